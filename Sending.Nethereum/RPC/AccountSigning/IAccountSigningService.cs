namespace Nethereum.RPC.AccountSigning;

/// <summary>Signs messages and typed data for an account.</summary>
public interface IAccountSigningService
{
    IEthSignTypedDataV4 SignTypedDataV4 { get; }

    IEthPersonalSign PersonalSign { get; }
}
