using System.Numerics;
using System.Text.Json;
using Sending.Cli.Output;

namespace Sending.Cli.Tests.Output;

public class JsonEnvelopeTests
{
    [Fact]
    public void SuccessCarriesTheSchemaAndNoFloats()
    {
        var report = new Report("Said to people alone.")
            .Add("staked", "Staked", Value.Send(BigInteger.Parse("25000500000000000000000")))
            .Add("commission", "Commission", Value.Rate(525))
            .Add("availableAt", "From", Value.Time(DateTimeOffset.UnixEpoch))
            .Add("waiting", "Waiting", Value.Span(TimeSpan.FromMinutes(10)))
            .Add("block", "Block", Value.Id(BigInteger.Pow(10, 20)))
            .Add("active", "Active", Value.Of(true))
            .Add("nothing", "Nothing", Value.None)
            .Add(new Table("nodes", [new("owner", "Owner")], [[Value.Account("0xabc", "alice")]], "none"))
            .Next("sending-cli node show")
            .Warn("careful");

        const string Expected =
            """
            {
              "schemaVersion": 1,
              "success": true,
              "data": {
                "staked": "25000.5",
                "commission": 525,
                "availableAt": "1970-01-01T00:00:00Z",
                "waiting": 600,
                "block": 100000000000000000000,
                "active": true,
                "nothing": null,
                "nodes": [
                  {
                    "owner": "0xabc"
                  }
                ],
                "next": [
                  "sending-cli node show"
                ]
              },
              "errors": [],
              "warnings": [
                "careful"
              ]
            }
            """;
        Assert.Equal(Expected, JsonEnvelope.Success(report));
    }

    [Fact]
    public void FailureHasTheSameShape()
    {
        var failure = new Failure(ExitCode.Failed, "check_failed", "10 SEND are not \"enough\".", new() { ["balance"] = "10" });

        using var document = JsonDocument.Parse(JsonEnvelope.Failure(failure));

        var root = document.RootElement;
        Assert.Equal(1, root.GetProperty("schemaVersion").GetInt32());
        Assert.False(root.GetProperty("success").GetBoolean());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("data").ValueKind);
        Assert.Empty(root.GetProperty("warnings").EnumerateArray());
        var error = Assert.Single(root.GetProperty("errors").EnumerateArray());
        Assert.Equal("check_failed", error.GetProperty("code").GetString());
        Assert.Equal("10 SEND are not \"enough\".", error.GetProperty("message").GetString());
        Assert.Equal("10", error.GetProperty("details").GetProperty("balance").GetString());
    }
}
