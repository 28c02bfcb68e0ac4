using System.Numerics;
using Sending.Chain.Events.Projection;

namespace Sending.Chain.Work;

/// <summary>What an Edge may commit for an epoch, and when.</summary>
/// <param name="Epoch">The epoch of the work.</param>
/// <param name="Account">Who would commit.</param>
/// <param name="Node">The node that the account acts for, as owner or operator; null when there is none.</param>
/// <param name="Capacity">Units that the stake at the epoch's end covers.</param>
/// <param name="FeePerUnit">Price of a unit, in the smallest unit of SEND.</param>
/// <param name="Replaces">What the Edge has committed for the epoch already, which another commitment replaces; null when nothing.</param>
/// <param name="From">When commitments open: the epoch's end.</param>
/// <param name="Until">When they close (T + W1).</param>
/// <param name="AnswersUntil">Until when units are asked for and proven (T + W4).</param>
/// <param name="Now">Time of the newest block.</param>
public sealed record CommitmentTerms(
    long Epoch,
    string Account,
    IndexedNode? Node,
    ulong Capacity,
    BigInteger FeePerUnit,
    IndexedCommitment? Replaces,
    DateTimeOffset From,
    DateTimeOffset Until,
    DateTimeOffset AnswersUntil,
    DateTimeOffset Now);
