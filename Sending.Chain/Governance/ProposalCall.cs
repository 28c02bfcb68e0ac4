using System.Numerics;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Util;
using Sending.Chain.Contracts.ProtocolConfig.ContractDefinition;
using Sending.Chain.Deployments;
using Sending.Chain.Errors;
using Sending.Chain.Staking;

namespace Sending.Chain.Governance;

/// <summary>One thing that a proposal does: a call that the governor makes.</summary>
/// <param name="Target">The contract (EIP-55).</param>
/// <param name="Value">Wei that go with it.</param>
/// <param name="Data">Call data.</param>
public sealed record ProposalCall(string Target, BigInteger Value, byte[] Data)
{
    private const int SelectorLength = 4;

    private static readonly byte[] SetParameters = new SetParametersFunction { Parameters = [], Values = [] }.GetCallData()[..SelectorLength];

    /// <summary>The call that sets parameters from the next epoch after its execution on.</summary>
    public static ProposalCall ToSet(Deployment deployment, IReadOnlyList<ParameterSetting> settings)
        => new(
            deployment.Contracts.ProtocolConfig,
            BigInteger.Zero,
            new SetParametersFunction
            {
                Parameters = [.. settings.Select(setting => (byte)setting.Parameter)],
                Values = [.. settings.Select(setting => setting.Value)],
            }.GetCallData());

    /// <summary>Reads "0x…address:0x…data".</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static ProposalCall Parse(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 2 && parts[0].IsValidEthereumAddressHexFormat() && parts[1].StartsWith("0x", StringComparison.Ordinal) && TryHex(parts[1][2..], out var data)
            ? new ProposalCall(parts[0].ConvertToEthereumChecksumAddress(), BigInteger.Zero, data)
            : throw new SendingException(ErrorCode.InvalidInput, $"'{text}' is no call: give the contract's address and the call data, 0x…:0x…");
    }

    /// <summary>The parameters that the call sets; null when it does something else.</summary>
    public IReadOnlyList<ParameterSetting>? Settings(Deployment deployment)
    {
        if (!Target.IsTheSameAddress(deployment.Contracts.ProtocolConfig) || !Data.AsSpan().StartsWith(SetParameters))
        {
            return null;
        }

        try
        {
            var message = new SetParametersFunction().DecodeInput(Data.ToHex(prefix: true));
            return message.Parameters.Count == message.Values.Count && message.Parameters.TrueForAll(number => Enum.IsDefined((ProtocolParameter)number))
                ? [.. message.Parameters.Zip(message.Values, (number, value) => new ParameterSetting((ProtocolParameter)number, value))]
                : null;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Anybody may propose anything; what cannot be read is shown as it is.
            return null;
        }
    }

    private static bool TryHex(string text, out byte[] data)
    {
        var valid = text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
        data = valid ? Convert.FromHexString(text) : [];
        return valid;
    }
}

/// <summary>A parameter and what it shall be.</summary>
/// <param name="Parameter">Which.</param>
/// <param name="Value">The contract's number.</param>
public sealed record ParameterSetting(ProtocolParameter Parameter, BigInteger Value)
{
    /// <summary>Reads "feePerUnit=0.002".</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.InvalidInput"/>.</exception>
    public static ParameterSetting Parse(string text)
    {
        var parts = text.Split('=', 2);
        if (parts.Length != 2)
        {
            throw new SendingException(ErrorCode.InvalidInput, $"'{text}' sets nothing: write name=value, such as feePerUnit=0.002.");
        }

        var parameter = ParameterText.ParseName(parts[0].Trim());
        return new ParameterSetting(parameter, ParameterText.ParseValue(parameter, parts[1].Trim()));
    }

    /// <summary>"feePerUnit = 0.002 SEND".</summary>
    public override string ToString() => $"{ParameterText.Name(Parameter)} = {ParameterText.FormatValue(Parameter, Value)}";
}
