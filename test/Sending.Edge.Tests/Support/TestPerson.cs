using Nethereum.Signer;
using Sending.Chain.Accounts;
using Sending.Chain.Formats;
using Sending.Chain.Relay;

namespace Sending.Edge.Tests.Support;

/// <summary>Somebody with a key.</summary>
internal sealed class TestPerson(RelayDevnet devnet, UnlockedAccount account)
{
    public UnlockedAccount Account { get; } = account;

    public Did Did { get; } = new(account.Address);

    /// <summary>Logs in and talks HTTP by hand.</summary>
    public Task<TestSession> LogInAsync(TestEdge edge) => LogInAsync(edge, Account.Key, Did);

    /// <summary>Logs in with another key or payer.</summary>
    public async Task<TestSession> LogInAsync(TestEdge edge, EthECKey key, Did? payer)
    {
        var http = new EdgeHttp(devnet.Http, edge.Url, TimeProvider.System);
        var token = await http.LogInAsync(new EdgeAccount(Did, key, payer), devnet.ChainId, default);
        return new TestSession(devnet, edge, this, key, payer, token);
    }
}
