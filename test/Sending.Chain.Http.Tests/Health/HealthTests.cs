using System.Net;
using System.Text.Json;
using Sending.Chain.Http.Tests.Support;

namespace Sending.Chain.Http.Tests.Health;

/// <summary>Alive and ready.</summary>
[Collection(ServedDevnetGroup.Name)]
public class HealthTests(ServedDevnet served)
{
    [Fact]
    public async Task ReadyIsWhoFollowsTheChain()
    {
        Assert.Equal(HttpStatusCode.OK, (await served.SendAsync("/livez")).Status);
        await ServedDevnet.UntilAsync(async () => (await served.SendAsync("/readyz")).Status == HttpStatusCode.OK);

        served.Rpc.On().Always(Fault.BadGateway);
        try
        {
            await ServedDevnet.UntilAsync(async () => (await served.SendAsync("/readyz")).Status == HttpStatusCode.ServiceUnavailable);
            var answer = await served.SendAsync("/readyz");
            Assert.False(answer.Json.GetProperty("ok").GetBoolean());
            Assert.Contains("502", Check(answer, "rpc").GetProperty("reason").GetString(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await served.SendAsync("/livez")).Status);

            // What is known is told on.
            Assert.Equal(HttpStatusCode.OK, (await served.GetAsync(served.Changed)).Status);
        }
        finally
        {
            served.Rpc.Behave();
        }

        await ServedDevnet.UntilAsync(async () => (await served.SendAsync("/readyz")).Status == HttpStatusCode.OK);
        Assert.True(Check(await served.SendAsync("/readyz"), "follower").GetProperty("ok").GetBoolean());
    }

    private static JsonElement Check(Answer answer, string name) => answer.Json.GetProperty("checks").GetProperty(name);
}
