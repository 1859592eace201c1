# The service alone; the archive lives in a volume. Started by docker-compose.yml.
FROM python:3.11-slim

RUN useradd --create-home --uid 10001 onrecord && install -d -o onrecord /data
WORKDIR /app
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY quotes quotes
COPY backend backend
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

USER onrecord
ENV ONRECORD_DATA=/data ONRECORD_HOST=0.0.0.0 ONRECORD_PORT=8321
VOLUME /data
EXPOSE 8321
# An empty volume gets the sample archive; importing it again changes nothing.
CMD ["sh", "-c", "[ -e /data/archive.sqlite3 ] || onrecord import --sample; exec onrecord-server"]
