using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Transactions;

namespace Nethereum.RPC.NonceServices;

/// <summary>The node's count or the number after the last one given, whichever is more. Safe to be asked by many at once.</summary>
public class InMemoryNonceService : INonceService
{
    private const int NoneGiven = -1;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _account;

    public InMemoryNonceService(string account, IClient client)
    {
        _account = account;
        Client = client;
    }

    /// <summary>The last nonce given; -1 when none was.</summary>
    public BigInteger CurrentNonce { get; set; } = NoneGiven;

    public IClient Client { get; set; }

    public bool UseLatestTransactionsOnly { get; set; }

    public async Task<HexBigInteger> GetNextNonceAsync()
    {
        if (Client is null)
        {
            throw new InvalidOperationException("The nonce service needs a client: make a Web3 with the account, or set Client.");
        }
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var block = UseLatestTransactionsOnly ? BlockParameter.CreateLatest() : BlockParameter.CreatePending();
            var count = await new EthGetTransactionCount(Client).SendRequestAsync(_account, block).ConfigureAwait(false);
            CurrentNonce = BigInteger.Max(count.Value, CurrentNonce + 1);
            return new HexBigInteger(CurrentNonce);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task ResetNonceAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        CurrentNonce = NoneGiven;
        _turn.Release();
    }
}
