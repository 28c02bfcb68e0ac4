using System.Numerics;
using Sending.Chain.Accounts;
using Sending.Chain.Formats;
using Sending.Chain.Rpc;

namespace Sending.Chain.Transactions;

/// <summary>Signs permits, so that one transaction is enough to bring tokens into a contract.</summary>
/// <param name="connection">The node.</param>
public sealed class TokenPermits(ChainConnection connection)
{
    /// <summary>How long a permit can be used: it is signed for the very next transaction.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly TypedDataDomain _domain = TypedDataDomain.OfToken(connection.Deployment.ChainId, connection.Deployment.Contracts.SendToken);

    /// <summary>A permit over exactly <paramref name="amount"/>, in the parts that contracts take.</summary>
    /// <param name="owner">Whose tokens.</param>
    /// <param name="spender">The contract.</param>
    /// <param name="amount">In the smallest unit of SEND.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SignedPermit> SignAsync(UnlockedAccount owner, string spender, BigInteger amount, CancellationToken cancellationToken)
    {
        var nonce = connection.Token.NoncesQueryAsync(owner.Address);
        var head = await connection.GetHeadAsync(cancellationToken);
        var permit = new TokenPermit(owner.Address, spender, amount, await nonce.WaitAsync(cancellationToken), (head.Time + Lifetime).ToUnixTimeSeconds());
        var signature = permit.Sign(_domain, owner.Key);
        return new SignedPermit(permit.Deadline, signature[64], signature[..32], signature[32..64]);
    }
}

/// <summary>A permit as contracts take it.</summary>
/// <param name="Deadline">Last second (Unix) in which it can be used.</param>
/// <param name="V">27 or 28.</param>
/// <param name="R">32 bytes.</param>
/// <param name="S">32 bytes.</param>
public sealed record SignedPermit(BigInteger Deadline, byte V, byte[] R, byte[] S);
