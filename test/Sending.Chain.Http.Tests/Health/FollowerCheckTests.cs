using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sending.Chain.Events;
using Sending.Chain.Http.Health;

namespace Sending.Chain.Http.Tests.Health;

public class FollowerCheckTests
{
    private static readonly DateTimeOffset s_now = TimeProvider.System.GetUtcNow();

    public static TheoryData<string, FollowerHealth, string?> Cases => new()
    {
        { "nothing yet", new(null, null, null, null), "Nothing of the chain is read yet." },
        { "no node", new(null, null, null, "The node is down."), "Nothing of the chain is read yet. The node is down." },
        { "at the head", new(Block(10, 0), Block(10, 0), s_now, null), null },
        { "a little behind", new(Block(12, 0), Block(10, -20), s_now, null), null },
        { "catching up", new(Block(1_012, 0), Block(10, -600), s_now, null), "1002 blocks behind the newest (10m)." },
        { "stuck", new(Block(10, 0), Block(10, 0), s_now - TimeSpan.FromMinutes(1), "The node is down."), "The chain is not followed. The node is down." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task TheReasonIsTold(string _, FollowerHealth health, string? reason)
    {
        var result = await new FollowerCheck(() => health, TimeProvider.System).CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(reason is null ? HealthStatus.Healthy : HealthStatus.Unhealthy, result.Status);
        Assert.Equal(reason ?? "At block 10.", result.Description);
    }

    private static IndexedBlock Block(long number, int seconds) => new(number, "0x1", "0x0", s_now + TimeSpan.FromSeconds(seconds));
}
