"""Routes: schedules of real steps that end at a job or learn-and-work place, and the ten years after.

In the words of route planning: a step is one move, a label a partial route, a bound what no route can
beat. Knows profiles, catalogue and rules; same input, same routes, same order.
"""
