"""Weights of the components of a mixture, learned from how likely each made what came: pooled, and each relation's own.

A relation's weights are the pooled ones until its own weeks say otherwise (a Dirichlet prior around them, worth OWN_AFTER weeks); the
pooled ones begin at a prior worth PRIOR_ROWS relation-weeks. The EM algorithm for a mixture with known components (Dempster, Laird and
Rubin 1977), two levels deep; it goes on from the weights of the week before, so that a few passes a week suffice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.relations.tone import Floats

# 2 to 10 score alike on the tables of 2014 and 2018; 30 and more lose 1 to 2 % of CRPS: relations differ.
OWN_AFTER = 5.0
PRIOR_ROWS = 25.0  # 25 and 300 score alike on a table of 81 relations or more; a desk of few relations leans on the prior
PASSES = 3  # a week
MEMORY = 104  # weeks that are learned from


@dataclass(frozen=True, slots=True)
class Weights:
    """pooled: k; own: n x k. Rows sum to 1."""

    pooled: Floats
    own: Floats


def begin(prior: Floats, relations: int) -> Weights:
    """The weights before anything was learned."""
    return Weights(prior, np.tile(prior, (relations, 1)))


def learn(likelihood: Floats, weights: Weights, prior: Floats, each: float = 1.0, teachers: int | None = None) -> Weights:
    """The weights after a few passes over what is known. likelihood: n x weeks x k, each row up to a factor; rows of zeros are weeks that
    tell nothing. each: what a week counts (less than 1 where outcomes overlap). teachers: the first so many rows make the pooled weights;
    the others only use them, so that who is asked about changes nothing for anybody else."""
    pooled, own = weights.pooled, weights.own
    if not likelihood.shape[1]:
        return weights
    for _ in range(PASSES):
        part = likelihood * own[:, None]
        total = part.sum(2, keepdims=True)
        came_from = each * np.divide(part, total, out=np.zeros_like(part), where=total > 0).sum(1)
        pooled = PRIOR_ROWS * prior + came_from[:teachers].sum(0)
        pooled = pooled / pooled.sum()
        own = OWN_AFTER * pooled + came_from
        own = own / own.sum(1, keepdims=True)
    return Weights(pooled, own)


def scaled(log_likelihood: Floats) -> Floats:
    """Likelihoods up to a factor a row, from their logarithms; the components are the last axis."""
    return np.asarray(np.exp(log_likelihood - log_likelihood.max(-1, keepdims=True)))
