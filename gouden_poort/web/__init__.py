"""Pages: Dutch, without script, phone first. A folder for each reader, and one for each thing that pages share.

Views load, call one service and render; templates/ mirrors them. They never import storage; `app.py` joins the two.
From low to high: `language`, `words`, `forms` and `pictures`, `routes` and `letters`, `citizen`, and `registration`
over all of them.
"""
