"""What pages and API share: reading bodies, who may come in, safe headers, and what an error looks like outside.

Knows services and values, and the web framework; never storage.
"""
