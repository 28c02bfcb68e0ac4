using System.Text.Json;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.ABI.Model;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RPC.Eth.DTOs;
using Sending.Nethereum.Tests.Contracts;
using Sending.Nethereum.Tests.Support;
using Sending.Testing;

namespace Sending.Nethereum.Tests.ABI;

/// <summary>Calls, outputs, logs and errors of contracts are whatever their authors wanted: they decode, or are a <see cref="FormatException"/>.</summary>
public sealed class AbiFuzzTests
{
    private const int Types = 200;

    private readonly Seeded _random = new();

    [Fact]
    public void ValuesOfRandomTypes()
    {
        var abi = new RandomAbi(_random);
        var cases = Enumerable.Range(0, Types).Select(_ =>
        {
            var parameters = abi.Parameters(5);
            var type = AbiMessages.Of(parameters, typeof(FunctionAttribute), "thing");
            return (Type: type, Data: AbiCoder.Encode(AbiValues.ToMessage(type, parameters, JsonSerializer.SerializeToElement(abi.Values(parameters)))).HexToByteArray());
        }).ToArray();

        // The first byte says the type.
        Fuzz.Bytes([.. cases.Select((item, place) => (byte[])[(byte)place, .. item.Data])], input =>
        {
            if (input.Length > 0)
            {
                AbiCoder.Decode(cases[input[0] % Types].Type, input.AsSpan(1).ToArray().ToHex(prefix: true));
            }
        }, error => error is FormatException);
    }

    [Fact]
    public void LogsOfRandomTypes()
    {
        var abi = new RandomAbi(_random);
        var cases = Enumerable.Range(0, Types).Select(_ =>
        {
            var parameters = abi.Parameters(6, isEvent: true);
            var type = AbiMessages.Of(parameters, typeof(EventAttribute), "thing", false);
            var plain = parameters.Where(parameter => !parameter.Indexed).ToArray();
            var message = AbiValues.ToMessage(AbiMessages.Of(plain), plain, JsonSerializer.SerializeToElement(abi.Values(plain)));
            return (Type: type, Indexes: parameters.Count(parameter => parameter.Indexed), Data: AbiCoder.Encode(message).HexToByteArray());
        }).ToArray();

        // The first byte says the type; then come the topics, which a zero word suits whatever the type.
        Fuzz.Bytes([.. cases.Select((item, place) => (byte[])[(byte)place, .. new byte[32 * item.Indexes], .. item.Data])], input =>
        {
            var item = cases[(input.Length == 0 ? 0 : input[0]) % Types];
            var rest = input.AsSpan(Math.Min(1, input.Length));
            var topics = new List<object> { ABITypedRegistry.GetEvent(item.Type).Sha3Signature };
            for (var i = 0; i < item.Indexes && rest.Length > 0; i++)
            {
                topics.Add(rest[..Math.Min(32, rest.Length)].ToArray().ToHex(prefix: true));
                rest = rest[Math.Min(32, rest.Length)..];
            }

            var log = new FilterLog { Topics = [.. topics], Data = rest.ToArray().ToHex(prefix: true) };
            ABITypedRegistry.GetEvent(item.Type).DecodeEventDefaultTopics(log);
            AbiCoder.DecodeLog(item.Type, isAnonymous: false, [.. topics.Cast<string>()], log.Data);
        }, error => error is FormatException);
    }

    [Fact]
    public void ErrorsBySelector()
    {
        var types = new[] { typeof(SpecificationTests.InsufficientBalanceError), typeof(SpecificationTests.PanicError), typeof(SpecificationTests.ReasonError) };
        var sound = new[]
        {
            "cf479181" + new string('0', 128), "4e487b71" + new string('0', 63) + "1", "08c379a0" + new string('0', 62) + "20" + new string('0', 63) + "2" + "6f6b" + new string('0', 60),
        };
        Fuzz.Bytes([.. sound.Select(data => data.HexToByteArray())], input =>
        {
            var exception = new SmartContractCustomErrorRevertException(input.ToHex(prefix: true));
            exception.CreateTypedException(types);
            foreach (var abi in types.Select(ABITypedRegistry.GetError).Where(exception.IsCustomErrorFor))
            {
                exception.DecodeErrorToDefaultString(abi);
            }
        }, error => error is FormatException);
    }

    [Fact]
    public void HexThatIsNone() => Fuzz.Text(
        ["0x" + new string('0', 63) + "1", new string('0', 63) + "7"],
        text => new FunctionABI("f", constant: true) { OutputParameters = [new Parameter("uint256")] }.DecodeOutputDataToDefault(text),
        error => error is FormatException);

    [Fact]
    public void ALogWithoutDataOrTopicsIsRefused()
    {
        var transfer = Event<EventTests.TransferEvent>.GetEventABI();
        var signature = transfer.Sha3Signature.EnsureHexPrefix();
        Assert.Throws<FormatException>(() => transfer.DecodeEventDefaultTopics(new FilterLog { Topics = [signature, null!, null!], Data = "0x" }));
        Assert.Throws<FormatException>(() => transfer.DecodeEventDefaultTopics(new FilterLog { Topics = [signature, "0x" + new string('0', 64), "0x" + new string('0', 64)] }));
        Assert.Throws<FormatException>(() => new FilterLog { Topics = [signature] }.DecodeEvent<EventTests.TransferEvent>());
        Assert.Null(new FilterLog().DecodeEvent<EventTests.TransferEvent>());
    }
}
