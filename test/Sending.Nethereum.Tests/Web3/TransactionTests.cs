using System.Numerics;
using Bindings.Probe;
using Bindings.Probe.ContractDefinition;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.Hex.HexTypes;
using Nethereum.JsonRpc.Client;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.RPC.Eth.Exceptions;
using Nethereum.RPC.Fee1559Suggestions;
using Nethereum.Util;
using Nethereum.Web3;
using Nethereum.Web3.Accounts;
using Sending.Nethereum.Tests.Contracts;
using Sending.Nethereum.Tests.JsonRpc;
using Sending.Nethereum.Tests.Support;

namespace Sending.Nethereum.Tests.Web3Tests;

/// <summary>Transactions signed here, on a real node: types, fees, nonces, receipts.</summary>
[Collection(TimeoutCollection.Name)]
public sealed class TransactionTests(ProbeFixture fixture) : IClassFixture<ProbeFixture>
{
    private readonly ProbeService _probe = fixture.Probe;
    private readonly Web3 _web3 = fixture.Web3;

    private string Me => fixture.Node.Account().Address;

    private string Other => fixture.Node.Account(9).Address;

    [Fact]
    public async Task TheDefaultIsEip1559WithRoomForTheBaseFee()
    {
        var block = await _web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber.SendRequestAsync(BlockParameter.CreateLatest());
        var transaction = await SendAndGetAsync(new TransactionInput { From = Me, To = Other, Value = new HexBigInteger(3) });
        Assert.Equal(2, (int)transaction.Type.Value);
        Assert.Equal(SimpleFeeSuggestionStrategy.DEFAULT_MAX_PRIORITY_FEE_PER_GAS, transaction.MaxPriorityFeePerGas.Value);
        Assert.InRange(transaction.MaxFeePerGas.Value, block.BaseFeePerGas.Value, (2 * block.BaseFeePerGas.Value) + transaction.MaxPriorityFeePerGas.Value);
        Assert.InRange((int)transaction.Gas.Value, 21_000, 21_100);
    }

    [Fact]
    public async Task FeesThatAreGivenAreKept()
    {
        var fee = await _web3.FeeSuggestion.GetSimpleFeeSuggestionStrategy().SuggestFeeAsync(7);
        Assert.Equal((7, (2 * fee.BaseFee) + 7), (fee.MaxPriorityFeePerGas, fee.MaxFeePerGas));
        var most = new HexBigInteger(fee.MaxFeePerGas!.Value * 2);
        var transaction = await SendAndGetAsync(new TransactionInput { To = Other, MaxFeePerGas = most, MaxPriorityFeePerGas = new HexBigInteger(9) });
        Assert.Equal((most.Value, 9), (transaction.MaxFeePerGas.Value, transaction.MaxPriorityFeePerGas.Value));

        var history = await _web3.Eth.FeeHistory.SendRequestAsync(new HexBigInteger(2), BlockParameter.CreateLatest(), [50m]);
        Assert.Equal(history.Reward.Length + 1, history.BaseFeePerGas.Length);
    }

    [Fact]
    public async Task LegacyTransactionsHaveAPrice()
    {
        var transaction = await SendAndGetAsync(new TransactionInput { To = Other, GasPrice = await _web3.Eth.GasPrice.SendRequestAsync() });
        Assert.True(transaction.Type.Value.IsZero);

        var legacy = fixture.Node.Web3(1);
        legacy.TransactionManager.UseLegacyAsDefault = true;
        var hash = await legacy.TransactionManager.SendTransactionAsync(fixture.Node.Account(1).Address, Other, new HexBigInteger(1));
        Assert.True((await legacy.Eth.Transactions.GetTransactionByHash.SendRequestAsync(hash)).Type.Value.IsZero);
    }

    [Fact]
    public async Task AccessListsAreKept()
    {
        var slot = "0x" + new string('0', 63) + "1";
        List<AccessList> list = [new() { Address = _probe.ContractAddress, StorageKeys = [slot] }];
        var message = new SetFunction { A = 1, AccessList = list, FromAddress = Me }.CreateTransactionInput(_probe.ContractAddress);
        var transaction = await SendAndGetAsync(message);
        Assert.Equal((2, slot), ((int)transaction.Type.Value, transaction.AccessList.Single().StorageKeys.Single()));

        message = new SetFunction { A = 1, AccessList = list, TransactionType = 1, GasPrice = transaction.MaxFeePerGas.Value }.CreateTransactionInput(_probe.ContractAddress);
        Assert.Equal(1, (int)(await SendAndGetAsync(message)).Type.Value);
    }

    [Fact]
    public async Task ConcurrentSendsGetNoncesOfTheirOwn()
    {
        const int Sends = 20;
        var web3 = fixture.Node.Web3(2);
        var service = new ProbeService(web3, _probe.ContractAddress);
        var first = (await web3.Eth.Transactions.GetTransactionCount.SendRequestAsync(fixture.Node.Account(2).Address, BlockParameter.CreatePending())).Value;

        var receipts = await Task.WhenAll(Enumerable.Range(0, Sends).Select(i => service.SetRequestAndWaitForReceiptAsync(new SetFunction { A = i, Gas = 100_000 })));

        Assert.All(receipts, receipt => Assert.True(receipt.Succeeded()));
        var sent = await Task.WhenAll(receipts.Select(receipt => web3.Eth.Transactions.GetTransactionByHash.SendRequestAsync(receipt.TransactionHash)));
        Assert.Equal(Enumerable.Range(0, Sends).Select(i => first + i), sent.Select(transaction => transaction.Nonce.Value).Order());
    }

    [Fact]
    public async Task AFailedEstimateTakesNoNonce()
    {
        var web3 = fixture.Node.Web3(3);
        var service = new ProbeService(web3, _probe.ContractAddress);
        await Assert.ThrowsAsync<SmartContractCustomErrorRevertException>(() => service.TransferRequestAsync(Other, 1));
        Assert.True((await service.SetRequestAndWaitForReceiptAsync(1)).Succeeded());
    }

    [Fact]
    public async Task SignedTransactionsCanBeSentLater()
    {
        var signed = await _probe.ContractHandler.SignTransactionAsync(new SetFunction { A = 77 });
        var hash = await _web3.Eth.Transactions.SendRawTransaction.SendRequestAsync(signed);
        Assert.True(TransactionUtils.CalculateTransactionHash(signed).IsTheSameHex(hash));
        var receipt = await _web3.TransactionReceiptPolling.PollForReceiptAsync(hash);
        Assert.Equal(77, await _probe.LastQueryAsync(new BlockParameter(receipt.BlockNumber)));

        var input = new SetFunction { A = 78 }.CreateTransactionInput(_probe.ContractAddress);
        var offline = new AccountOfflineTransactionSigner();
        Assert.Contains("nonce is missing", Assert.Throws<ArgumentException>(() => offline.SignTransaction(fixture.Node.Account(), Priced(input))).Message, StringComparison.Ordinal);
        input.Nonce = await fixture.Node.Web3().Eth.Transactions.GetTransactionCount.SendRequestAsync(Me, BlockParameter.CreatePending());
        hash = await _web3.Eth.Transactions.SendRawTransaction.SendRequestAsync(offline.SignTransaction(fixture.Node.Account(), input));
        Assert.True((await _web3.TransactionReceiptPolling.PollForReceiptAsync(hash)).Succeeded());
    }

    [Fact]
    public async Task WaitingCanBeCancelled()
    {
        var client = _web3.Client;
        await client.SendRequestAsync<bool>("evm_setAutomine", null, false);
        await client.SendRequestAsync<object>("evm_setIntervalMining", null, 0);
        try
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            var web3 = fixture.Node.Web3(4);
            var service = new ProbeService(web3, _probe.ContractAddress);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => service.SetRequestAndWaitForReceiptAsync(3, cancel));

            var hash = await service.SetRequestAsync(4);
            Assert.Null(await web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(hash));
            Assert.Null((await web3.Eth.Transactions.GetTransactionByHash.SendRequestAsync(hash)).BlockHash);
            var waiting = web3.TransactionReceiptPolling.PollForReceiptAsync(hash);
            await client.SendRequestAsync<object>("evm_mine");
            Assert.True((await waiting).Succeeded());
        }
        finally
        {
            await client.SendRequestAsync<object>("evm_setIntervalMining", null, 1000);
            await client.SendRequestAsync<bool>("evm_setAutomine", null, true);
        }
    }

    [Fact]
    public async Task ADeploymentWithoutCodeFails()
    {
        var empty = new ProbeDeployment("0x00") { Branch = fixture.Branch(), Numbers = [] };
        var exception = await Assert.ThrowsAsync<ContractDeploymentException>(() => ProbeService.DeployContractAndWaitForReceiptAsync(_web3, empty));
        Assert.True(exception.TransactionReceipt.Succeeded());
        await Assert.ThrowsAsync<InvalidOperationException>(() => ProbeService.DeployContractAsync(_web3, new ProbeDeployment("0x60__$lib$__") { Branch = fixture.Branch(), Numbers = [] }));
    }

    [Fact]
    public async Task AnotherSenderIsRefused()
    {
        var exception = await Assert.ThrowsAsync<Exception>(() => _web3.TransactionManager.SendTransactionAsync(Other, Me, new HexBigInteger(1)));
        Assert.Contains(Other, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheNodeSignsForItsOwnAccounts()
    {
        var web3 = new Web3(fixture.Node.Client);
        var accounts = await web3.Eth.Accounts.SendRequestAsync();
        Assert.Equal(20, accounts.Length);
        var hash = await web3.TransactionManager.SendTransactionAsync(accounts[10], Other, new HexBigInteger(1));
        Assert.True((await web3.TransactionReceiptPolling.PollForReceiptAsync(hash)).Succeeded());
        await Assert.ThrowsAsync<InvalidOperationException>(() => web3.TransactionManager.SignTransactionAsync(new TransactionInput()));
    }

    [Fact]
    public async Task EtherIsTransferred()
    {
        const string Receiver = "0x00000000000000000000000000000000000000e7";
        var transfers = _web3.Eth.GetEtherTransferService();
        Assert.True((await transfers.TransferEtherAndWaitForReceiptAsync(Receiver, 1.5m)).Succeeded());
        var fee = await _web3.FeeSuggestion.GetSimpleFeeSuggestionStrategy().SuggestFeeAsync();
        Assert.True((await transfers.TransferEtherAndWaitForReceiptAsync(Receiver, 0.25m, fee.MaxPriorityFeePerGas!.Value, fee.MaxFeePerGas!.Value)).Succeeded());
        Assert.Equal(1.75m, Web3.Convert.FromWei(await _web3.Eth.GetBalance.SendRequestAsync(Receiver)));
        Assert.InRange((int)await transfers.EstimateGasAsync(Receiver, 1), 21_000, 21_100);
    }

    [Fact]
    public async Task BlocksAreReadByNumberAndHash()
    {
        var receipt = await _probe.SetRequestAndWaitForReceiptAsync(9);
        var full = await _web3.Eth.Blocks.GetBlockWithTransactionsByNumber.SendRequestAsync(receipt.BlockNumber);
        Assert.Contains(receipt.TransactionHash, full.Transactions.Select(transaction => transaction.TransactionHash));
        Assert.Equal(receipt.BlockHash, full.BlockHash);
        var hashes = await _web3.Eth.Blocks.GetBlockWithTransactionsHashesByHash.SendRequestAsync(receipt.BlockHash);
        Assert.Contains(receipt.TransactionHash, hashes.TransactionHashes);
        Assert.Equal(full.Timestamp.Value, (await _web3.Eth.Blocks.GetBlockWithTransactionsByHash.SendRequestAsync(receipt.BlockHash)).Timestamp.Value);
        Assert.Equal(full.ParentHash, (await _web3.Eth.Blocks.GetBlockWithTransactionsHashesByNumber.SendRequestAsync(new BlockParameter((ulong)receipt.BlockNumber.Value - 1))).BlockHash);
        Assert.Null(await _web3.Eth.Blocks.GetBlockWithTransactionsByNumber.SendRequestAsync(new HexBigInteger(1_000_000)));
        Assert.True((await _web3.Eth.Blocks.GetBlockNumber.SendRequestAsync()).Value >= receipt.BlockNumber.Value);
        Assert.Equal(9, (int)new HexBigInteger(await _web3.Eth.GetStorageAt.SendRequestAsync(_probe.ContractAddress, new HexBigInteger(0), new BlockParameter(receipt.BlockNumber))).Value);
    }

    [Fact]
    public async Task TheChainIdIsAskedForWhenTheAccountHasNone()
    {
        var key = fixture.Node.Account(6).PrivateKey;
        var web3 = new Web3(new Account(key), fixture.Node.Url.ToString());
        Assert.Null(web3.TransactionManager.ChainId);
        Assert.True((await web3.TransactionManager.SendTransactionAndWaitForReceiptAsync(new TransactionInput { To = Other })).Succeeded());
        Assert.Equal(HardhatNode.ChainId, web3.TransactionManager.ChainId);
    }

    [Fact]
    public async Task ATransactionManagerOfItsOwnSigns()
    {
        var manager = new AccountSignerTransactionManager(fixture.Node.Client, fixture.Node.Account(7).PrivateKey, HardhatNode.ChainId);
        Assert.True((await manager.SendTransactionAndWaitForReceiptAsync(new TransactionInput { To = Other })).Succeeded());
        await manager.Account.NonceService.ResetNonceAsync();
        Assert.Equal(1, (await manager.Account.NonceService.GetNextNonceAsync()).Value);
    }

    [Fact]
    public async Task RefusedByTheNodeIsAnRpcError()
    {
        var transaction = new TransactionInput { To = Other, Nonce = new HexBigInteger(0), Gas = new HexBigInteger(21_000) };
        var exception = await Assert.ThrowsAsync<RpcResponseException>(() => _web3.TransactionManager.SendTransactionAsync(transaction));
        Assert.EndsWith(": eth_sendRawTransaction", exception.Message, StringComparison.Ordinal);
    }

    private static TransactionInput Priced(TransactionInput input)
    {
        input.Type = new HexBigInteger(2);
        input.Gas = new HexBigInteger(100_000);
        input.MaxFeePerGas = new HexBigInteger(BigInteger.Pow(10, 11));
        input.MaxPriorityFeePerGas = new HexBigInteger(1);
        return input;
    }

    private async Task<Transaction> SendAndGetAsync(TransactionInput input)
    {
        var receipt = await _web3.TransactionManager.SendTransactionAndWaitForReceiptAsync(input);
        Assert.True(receipt.Succeeded());
        return await _web3.Eth.Transactions.GetTransactionByHash.SendRequestAsync(receipt.TransactionHash);
    }
}
