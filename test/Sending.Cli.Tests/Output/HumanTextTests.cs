using Sending.Cli.Output;

namespace Sending.Cli.Tests.Output;

public class HumanTextTests
{
    [Fact]
    public void ReadsFromTopToBottom()
    {
        var report = new Report("Done.")
            .Add("account", "Account", Value.Of("alice"))
            .Add("id", null, Value.Of("for programs"))
            .Add("at", "When it can be withdrawn", Value.Time(DateTimeOffset.UnixEpoch))
            .Add(new Table(
                "nodes",
                [new("owner", "Owner"), new("secret", null), new("stake", "Stake", Right: true)],
                [[Value.Of("[alice]"), Value.Of("hidden"), Value.Send(1)], [Value.Of("b"), Value.Of("hidden"), Value.Of(5)]],
                "none"))
            .Next("sending-cli node show");

        const string Expected =
            """
            Done.
              Account                   alice
              When it can be withdrawn  1970-01-01 00:00:00 UTC

              Owner                         Stake
            ───────────────────────────────────────
              [alice]   0.000000000000000001 SEND
              b                                 5

            Next:
              sending-cli node show
            """;
        Assert.Equal(
            Expected.ReplaceLineEndings("\n"),
            HumanText.Success(report, colours: false));
    }

    [Fact]
    public void AnEmptyTableSaysSo() =>
        Assert.Equal("No nodes yet.", HumanText.Success(new Report("").Add(new Table("nodes", [new("a", "A")], [], "No nodes yet.")), colours: false));

    [Fact]
    public void ColoursOnlyWhereTheyShow()
    {
        Assert.DoesNotContain('\u001b', HumanText.Success(new Report("Done."), colours: false));
        Assert.Contains('\u001b', HumanText.Success(new Report("Done."), colours: true));
    }
}
