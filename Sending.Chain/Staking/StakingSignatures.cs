using System.Numerics;
using Nethereum.ABI.EIP712;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Signer;
using Nethereum.Signer.EIP712;
using Sending.Chain.Accounts;
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;
using Sending.Chain.Deployments;

namespace Sending.Chain.Staking;

/// <summary>The EIP-712 signatures that staking takes.</summary>
/// <param name="deployment">Chain and contracts, which every signature is bound to.</param>
public sealed class StakingSignatures(Deployment deployment)
{
    /// <summary>An ERC-2612 permit for NodeStaking.</summary>
    /// <param name="owner">Who permits.</param>
    /// <param name="amount">Exactly what may be taken.</param>
    /// <param name="nonce">The owner's permit nonce in the token.</param>
    /// <param name="deadline">Until when it can be used, by block time.</param>
    public PermitSignature SignPermit(UnlockedAccount owner, BigInteger amount, BigInteger nonce, DateTimeOffset deadline)
    {
        var permit = new PermitMessage
        {
            Owner = owner.Address,
            Spender = deployment.Contracts.NodeStaking,
            Value = amount,
            Nonce = nonce,
            Deadline = deadline.ToUnixTimeSeconds(),
        };
        var signature = EthECDSASignatureFactory.ExtractECDSASignature(Sign(permit, "Permit", "SEND", deployment.Contracts.SendToken, owner));
        return new PermitSignature
        {
            Deadline = permit.Deadline,
            V = signature.V[0],
            R = PadTo32(signature.R),
            S = PadTo32(signature.S),
        };
    }

    /// <summary>The operator's consent to serve <paramref name="owner"/>'s node: <c>OperatorConsent(address owner,address operator)</c>.</summary>
    /// <param name="operatorAccount">The hot key.</param>
    /// <param name="owner">The node's owner.</param>
    public byte[] SignOperatorConsent(UnlockedAccount operatorAccount, string owner)
        => Sign(
            new OperatorConsentMessage { Owner = owner, Operator = operatorAccount.Address },
            "OperatorConsent",
            "SendingStaking",
            deployment.Contracts.NodeStaking,
            operatorAccount).HexToByteArray();

    private static byte[] PadTo32(byte[] value) => [.. new byte[32 - value.Length], .. value];

    private string Sign<TMessage>(TMessage message, string primaryType, string domainName, string contract, UnlockedAccount signer)
    {
        var typedData = new TypedData<Domain>
        {
            Domain = new Domain { Name = domainName, Version = "1", ChainId = deployment.ChainId, VerifyingContract = contract },
            Types = MemberDescriptionFactory.GetTypesMemberDescription(typeof(Domain), typeof(TMessage)),
            PrimaryType = primaryType,
        };
        return Eip712TypedDataSigner.Current.SignTypedDataV4(message, typedData, signer.Key);
    }

    [Struct("Permit")]
    private sealed class PermitMessage
    {
        [Parameter("address", "owner", 1)]
        public string Owner { get; set; } = "";

        [Parameter("address", "spender", 2)]
        public string Spender { get; set; } = "";

        [Parameter("uint256", "value", 3)]
        public BigInteger Value { get; set; }

        [Parameter("uint256", "nonce", 4)]
        public BigInteger Nonce { get; set; }

        [Parameter("uint256", "deadline", 5)]
        public BigInteger Deadline { get; set; }
    }

    [Struct("OperatorConsent")]
    private sealed class OperatorConsentMessage
    {
        [Parameter("address", "owner", 1)]
        public string Owner { get; set; } = "";

        [Parameter("address", "operator", 2)]
        public string Operator { get; set; } = "";
    }
}
