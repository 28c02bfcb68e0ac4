using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Sending.Chain.Contracts.DidRegistry.ContractDefinition;
using Sending.Chain.Events;
using Sending.Chain.Events.Projection;
using Sending.Chain.Formats;
using Sending.Chain.Identity;
using Sending.Chain.Rpc;

namespace Sending.Chain.Http.Tests.Support;

/// <summary>A devnet, a follower and a web server, as a host puts them together, with identities to ask for.</summary>
public sealed class ServedDevnet : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private ChainConnection? _connection;
    private FollowedIndex? _index;
    private WebApplication? _server;
    private Task _following = Task.CompletedTask;

    public DevnetFixture Node { get; } = new();

    /// <summary>Between the follower and the node.</summary>
    internal FaultyRpc Rpc { get; private set; } = null!;

    /// <summary>Of the server; follows no redirect.</summary>
    internal HttpClient Http { get; private set; } = null!;

    /// <summary>An identity with two versions.</summary>
    internal string Changed { get; private set; } = null!;

    /// <summary>Blocks of its versions.</summary>
    internal IReadOnlyList<long> Versions { get; private set; } = [];

    /// <summary>An identity that has ended.</summary>
    internal string Deactivated { get; private set; } = null!;

    /// <summary>An identity that nobody changed.</summary>
    internal string Untouched { get; } = new Did("0x00000000000000000000000000000000deadbeef").ToString();

    public async Task InitializeAsync()
    {
        await Node.InitializeAsync();
        Changed = Identity("alice");
        Deactivated = Identity("bob");
        Versions = [await ChangeAsync("alice", "first"), await ChangeAsync("alice", "second")];
        await Node.SendAsAsync(Node.Address("bob"), Registry, new DeactivateFunction { Identity = Node.Address("bob") });

        Rpc = FaultyRpc.InFrontOf(Node.State.RpcUrl!);
        _connection = await ChainConnection.OpenAsync(Node.Connection.Deployment, Rpc.Url, null, default);
        var options = new FollowerOptions { Finality = Finality.Latest, PollInterval = TimeSpan.FromMilliseconds(100) };
        _index = await new ProtocolIndex(_folder.File("index.db"), _connection, options, TimeProvider.System).FollowAsync(TimeSpan.Zero, default);
        _following = _index.RunAsync(null, _stop.Token);

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Bound();
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddChainHttp(new DidResolver(_index, _connection, TimeProvider.System), _connection, () => _index.Health);
        _server = builder.Build();
        _server.UseChainHttp();
        await _server.StartAsync();
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(_server.Urls.Single()) };
        await CatchUpAsync();
    }

    public async Task DisposeAsync()
    {
        Http?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        await _stop.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _index?.Dispose();
        _connection?.Dispose();
        if (Rpc is not null)
        {
            await Rpc.DisposeAsync();
        }

        await Node.DisposeAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    /// <summary>Gives an account an attribute, and waits until that is served.</summary>
    /// <returns>The block.</returns>
    internal async Task<long> ChangeAsync(string account, string attribute)
    {
        var message = new SetAttributeFunction { Identity = Node.Address(account), Name = Name("did/svc/Test"), Value = Encoding.ASCII.GetBytes($"https://{attribute}.example.org"), Validity = 1_000_000 };
        var block = (long)(await Node.SendAsAsync(Node.Address(account), Registry, message)).BlockNumber.Value;
        if (_server is not null)
        {
            await CatchUpAsync();
        }

        return block;
    }

    /// <summary>The DID of a ready account.</summary>
    internal string Identity(string account) => new Did(Node.Address(account)).ToString();

    /// <summary>Asks for an identity, as it is written into the path.</summary>
    internal async Task<Answer> GetAsync(string identifier, string? accept = null, string method = "GET", string? ifNoneMatch = null)
        => await SendAsync($"/1.0/identifiers/{identifier}", accept, method, ifNoneMatch);

    internal async Task<Answer> SendAsync(string path, string? accept = null, string method = "GET", string? ifNoneMatch = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in new[] { ("Accept", accept), ("If-None-Match", ifNoneMatch) })
        {
            if (value is not null)
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            }
        }

        using var response = await Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    /// <summary>Waits for a condition.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private string Registry => Node.Connection.Deployment.Contracts.DidRegistry;

    private static byte[] Name(string text) => [.. Encoding.ASCII.GetBytes(text), .. new byte[32 - text.Length]];

    private async Task CatchUpAsync()
    {
        var head = (await Node.Connection.GetHeadAsync(default)).Number;
        await UntilAsync(() => Task.FromResult(_index!.Health.Indexed?.Number >= head));
    }
}

/// <summary>Test classes that share one server, and so run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class ServedDevnetGroup : ICollectionFixture<ServedDevnet>
{
    public const string Name = "served devnet";
}
