using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.JsonRpc.Client;
using Newtonsoft.Json.Linq;
using Sending.Chain.Reverts;
using Sending.Testing;

namespace Sending.Chain.Tests.Reverts;

/// <summary>A contract may revert with any bytes, and a node put anything in its error: there is always a sentence.</summary>
[Collection(DevnetCollection.Name)]
public class RevertFuzzTests(DevnetFixture devnet)
{
    [Fact]
    public void Every_revert_has_a_reason()
    {
        var decoder = new RevertDecoder(devnet.Connection);
        byte[][] sound =
        [
            .. devnet.Connection.Staking.GetAllErrorABIs().Concat(devnet.Connection.Rewards.GetAllErrorABIs())
                .Select(error => (error.Sha3Signature + string.Concat(error.InputParameters.Select(_ => "20".PadLeft(64, '0'))) + new string('0', 64)).HexToByteArray()),
            ("4e487b71" + "11".PadLeft(64, '0')).HexToByteArray(),
            ("08c379a0" + "20".PadLeft(64, '0') + "2".PadLeft(64, '0') + "6f6b".PadRight(64, '0')).HexToByteArray(),
            [],
        ];
        Fuzz.Bytes(sound, data => Assert.NotEmpty(decoder.Decode(data.ToHex(prefix: true)).Sentence), _ => false);
    }

    [Fact]
    public void An_error_cut_short_is_told_as_it_came()
    {
        var error = devnet.Connection.Staking.GetAllErrorABIs().First(abi => abi.InputParameters.Length > 0);
        var reason = new RevertDecoder(devnet.Connection).Decode("0x" + error.Sha3Signature + "00");
        Assert.Equal(("unknown", true), (reason.Error, reason.Sentence.Contains($"malformed {error.Name}: 0x{error.Sha3Signature}00", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_error_of_a_node_is_looked_at()
    {
        var decoder = new RevertDecoder(devnet.Connection);
        Fuzz.Text(
            ["\"0x4e487b710\"", "{\"data\":\"0x08c379a0\"}", "{\"data\":{\"data\":\"0x\"}}"],
            text => decoder.Describe(new RpcResponseException(new RpcError(3, "reverted", Token(text)))),
            _ => false);
    }

    private static object Token(string text)
    {
        try
        {
            return JToken.Parse(text);
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return text;
        }
    }
}
