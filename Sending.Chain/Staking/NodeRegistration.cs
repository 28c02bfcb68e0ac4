using System.Numerics;

namespace Sending.Chain.Staking;

/// <summary>A node to be registered.</summary>
/// <param name="Role">Its role, for ever.</param>
/// <param name="Operator">Address of its hot key; the owner's own when it has none.</param>
/// <param name="Commission">Owner's part of the rewards, in basis points.</param>
/// <param name="Endpoint">Public base URL, checked by <see cref="NodeEndpoint"/>; empty for none.</param>
/// <param name="OperatorConsent">The operator's signature from <see cref="StakingSignatures.SignOperatorConsent"/>; empty when the operator is the owner.</param>
public sealed record NodeRegistration(NodeRole Role, string Operator, BigInteger Commission, string Endpoint, byte[] OperatorConsent);
