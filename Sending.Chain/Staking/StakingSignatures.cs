using Nethereum.ABI.EIP712;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Signer.EIP712;
using Sending.Chain.Accounts;
using Sending.Chain.Deployments;

namespace Sending.Chain.Staking;

/// <summary>The EIP-712 signatures that staking takes.</summary>
/// <param name="deployment">Chain and contracts, which every signature is bound to.</param>
public sealed class StakingSignatures(Deployment deployment)
{
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

    [Struct("OperatorConsent")]
    private sealed class OperatorConsentMessage
    {
        [Parameter("address", "owner", 1)]
        public string Owner { get; set; } = "";

        [Parameter("address", "operator", 2)]
        public string Operator { get; set; } = "";
    }
}
