using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Nethereum.ABI.Model;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.JsonRpc.Client;
using Sending.Chain.Rpc;

namespace Sending.Chain.Reverts;

/// <summary>Finds the reason of a revert in a node's answer: custom errors of the known contracts, <c>Error(string)</c> and <c>Panic</c>.</summary>
public sealed class RevertDecoder
{
    private const string ErrorSelector = "0x08c379a0";
    private const string PanicSelector = "0x4e487b71";
    private const int RevertCode = 3;

    private readonly IReadOnlyList<ErrorABI> _errors;

    /// <summary>Knows the errors in the ABIs of the connection's contracts.</summary>
    public RevertDecoder(ChainConnection connection)
        => _errors =
        [
            .. connection.Staking.GetAllErrorABIs(),
            .. connection.Config.GetAllErrorABIs(),
            .. connection.Token.GetAllErrorABIs(),
            .. connection.Identities.GetAllErrorABIs(),
            .. connection.Credit.GetAllErrorABIs(),
            .. connection.Work.GetAllErrorABIs(),
            .. connection.Rewards.GetAllErrorABIs(),
            .. connection.Governor.GetAllErrorABIs(),
        ];

    /// <summary>The reason, or null when the node's answer is no revert.</summary>
    public RevertReason? Describe(RpcResponseException error)
    {
        if (Data(error.RpcError) is { } data)
        {
            return Decode(data);
        }

        return error.RpcError.Code == RevertCode || error.RpcError.Message.Contains("revert", StringComparison.OrdinalIgnoreCase)
            ? Plain("revert", "The contract refuses without a reason.")
            : null;
    }

    /// <summary>The reason in a revert's data (selector and arguments in hex).</summary>
    public RevertReason Decode(string data)
    {
        if (data.StartsWith(ErrorSelector, StringComparison.OrdinalIgnoreCase))
        {
            return Plain("Error", $"The contract refuses: {Text(data)}");
        }

        if (data.StartsWith(PanicSelector, StringComparison.OrdinalIgnoreCase))
        {
            return Plain("Panic", $"The contract failed with panic code 0x{data[^2..]} (arithmetic or a broken assumption). Please report it.");
        }

        var exception = new SmartContractCustomErrorRevertException(data);
        if (_errors.FirstOrDefault(exception.IsCustomErrorFor) is not { } abi)
        {
            return Plain("unknown", data.Length < 10 ? "The contract refuses without a reason." : $"The contract refuses with an unknown error {data}.");
        }

        if (!TryDecode(exception, abi, out var arguments))
        {
            return Plain("unknown", $"The contract refuses with a malformed {abi.Name}: {data}.");
        }

        var details = new Dictionary<string, string>(arguments.All()) { ["error"] = abi.Name };
        return new RevertReason(abi.Name, RevertSentences.For(abi, arguments), details);
    }

    private static bool TryDecode(SmartContractCustomErrorRevertException exception, ErrorABI abi, [NotNullWhen(true)] out RevertArguments? arguments)
    {
        try
        {
            arguments = new RevertArguments(exception.DecodeErrorToDefault(abi).ToDictionary(output => output.Parameter.Name, output => (object?)output.Result));
            return true;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Which exception says that the data is malformed is the library's affair.
            arguments = null;
            return false;
        }
    }

    private static RevertReason Plain(string error, string sentence)
        => new(error, sentence, new Dictionary<string, string> { ["error"] = error });

    /// <summary>The revert data of an RPC error, when it has any.</summary>
    private static string? Data(RpcError error)
    {
        var text = error.Data is null ? null : error.GetDataAsString()?.Trim().Trim('"');
        return text is { Length: >= 2 } && text.HasHexPrefix() && text.IsHex() ? text : null;
    }

    private static string Text(string data)
    {
        var bytes = data[10..].HexToByteArray();
        if (bytes.Length < 64)
        {
            return "";
        }

        var length = (int)BigInteger.Min(new BigInteger(bytes.AsSpan(32, 32), isUnsigned: true, isBigEndian: true), bytes.Length - 64);
        return System.Text.Encoding.UTF8.GetString(bytes, 64, length);
    }
}
