using System.Numerics;

namespace Sending.Chain.Credit;

/// <summary>A credit line as it is now. Amounts in the smallest unit of SEND.</summary>
/// <param name="Payer">Whose it is.</param>
/// <param name="Edge">Owner of the Edge that it pays.</param>
/// <param name="Deposited">All that ever came in.</param>
/// <param name="Balance">Deposited less paid out; what was charged is not taken off.</param>
/// <param name="Requested">To be withdrawn; no epoch after <paramref name="RequestEpoch"/> may use it.</param>
/// <param name="RequestEpoch">When that was requested; null while nothing is.</param>
/// <param name="Withdrawable">Whether that epoch is closed.</param>
/// <param name="Closing">When it is, at the earliest and at the latest; null when it is closed, or nothing is requested.</param>
/// <param name="OpenedEpoch">Settlements of this epoch and later ones have a leaf for the line.</param>
/// <param name="NeedsProof">Whether a withdrawal has to prove what the newest final settlement charged, see <see cref="ChargeReader"/>.</param>
public sealed record CreditLineView(
    string Payer,
    string Edge,
    BigInteger Deposited,
    BigInteger Balance,
    BigInteger Requested,
    long? RequestEpoch,
    bool Withdrawable,
    (DateTimeOffset Earliest, DateTimeOffset Latest)? Closing,
    long OpenedEpoch,
    bool NeedsProof);
