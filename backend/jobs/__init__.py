"""Bulk jobs: a file of quotations or several articles, checked in the background by processes of their own.

A job is cut into chunks. Whoever works claims a chunk, checks its rows and puts the results under (job, chunk), where a
chunk that is done twice counts once. Two stores keep jobs: SQLite in the data folder, and Redis.
"""
