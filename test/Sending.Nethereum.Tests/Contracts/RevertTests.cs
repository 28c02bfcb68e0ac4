using Bindings.Probe;
using Bindings.Probe.ContractDefinition;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.Contracts;
using Nethereum.RPC.Eth.DTOs;
using Sending.Nethereum.Tests.JsonRpc;

namespace Sending.Nethereum.Tests.Contracts;

/// <summary>Why a contract reverted, as the caller learns it.</summary>
[Collection(TimeoutCollection.Name)]
public sealed class RevertTests(ProbeFixture fixture) : IClassFixture<ProbeFixture>
{
    private const string Panic = "0x4e487b71";

    private readonly ProbeService _probe = fixture.Probe;

    private string Nobody => fixture.Node.Account(5).Address;

    [Fact]
    public async Task CustomErrorsComeFromEstimatesSendsAndCalls()
    {
        var message = new TransferFunction { To = Nobody, Value = 5_000 };
        await AssertInsufficientAsync(() => _probe.ContractHandler.EstimateGasAsync(message));
        await AssertInsufficientAsync(() => _probe.TransferRequestAsync(message));
        await AssertInsufficientAsync(() => _probe.TransferRequestAndWaitForReceiptAsync(Nobody, 5_000));
        await AssertInsufficientAsync(() => _probe.ContractHandler.SignTransactionAsync(message));
        await AssertInsufficientAsync(() => _probe.ContractHandler.QueryAsync<TransferFunction, bool>(message));
    }

    [Fact]
    public async Task TheServiceNamesItsErrors()
    {
        var exception = await Assert.ThrowsAsync<SmartContractCustomErrorRevertException>(() => _probe.TransferRequestAsync(Nobody, 5_000));
        var found = Assert.IsType<SmartContractCustomErrorRevertException<InsufficientBalanceError>>(_probe.FindCustomErrorException(exception));
        Assert.Equal(5_000, found.CustomError.Needed);
        Assert.Same(exception, found.InnerException);
        Assert.StartsWith("Smart contract error -- InsufficientBalance - {", found.Message, StringComparison.Ordinal);
        Assert.Contains("\"needed\":\"5000\"", found.Message, StringComparison.Ordinal);
        Assert.Equal("InsufficientBalance", found.ErrorABI.Name);
        Assert.Throws<SmartContractCustomErrorRevertException<InsufficientBalanceError>>(() => _probe.HandleCustomErrorException(exception));
    }

    [Fact]
    public async Task ErrorsWithStructsDecode()
    {
        var exception = await FailAsync<SmartContractCustomErrorRevertException>(0);
        var error = exception.DecodeError<WitheredError>();
        Assert.Equal(("elm", "dry"), (error.Leaf.Label, error.Reason));
        Assert.Contains("elm", _probe.FindCustomErrorException(exception).DecodedError, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => exception.DecodeError<InsufficientBalanceError>());
    }

    [Fact]
    public async Task ErrorsWithoutValuesDecode()
    {
        var exception = await FailAsync<SmartContractCustomErrorRevertException>(1);
        Assert.True(exception.IsCustomErrorFor<DeadError>());
        Assert.False(exception.IsCustomErrorFor<WitheredError>());
    }

    [Fact]
    public async Task ReasonsAreTold()
    {
        var exception = await FailAsync<SmartContractRevertException>(2);
        Assert.Equal("Smart contract error: plain reason", exception.Message);
        Assert.Equal("plain reason", exception.RevertMessage);
    }

    [Fact]
    public async Task NoReasonAndPanicsAreNoErrorOfTheService()
    {
        Assert.StartsWith(Panic, (await FailAsync<SmartContractCustomErrorRevertException>(4)).ExceptionEncodedData, StringComparison.Ordinal);
        var silent = await FailAsync<SmartContractCustomErrorRevertException>(3);
        Assert.Equal("0x", silent.ExceptionEncodedData);
        Assert.Null(_probe.FindCustomErrorException(silent));
        _probe.HandleCustomErrorException(silent);
    }

    [Fact]
    public async Task WithGasGivenTheTransactionIsMinedAndFails()
    {
        var receipt = await _probe.TransferRequestAndWaitForReceiptAsync(new TransferFunction { To = Nobody, Value = 5_000, Gas = 100_000 });
        Assert.True(receipt.Failed());
        Assert.True(receipt.HasErrors());
        Assert.False(receipt.HasLogs());
    }

    private async Task AssertInsufficientAsync(Func<Task> request)
    {
        var exception = await Assert.ThrowsAsync<SmartContractCustomErrorRevertException>(request);
        Assert.Equal("Smart contract error", exception.Message);
        Assert.Null(exception.InnerException);
        var error = exception.DecodeError<InsufficientBalanceError>();
        Assert.Equal((fixture.Node.Account().Address, 1_000, 5_000), (error.Sender, error.Balance, error.Needed));
    }

    private Task<TException> FailAsync<TException>(byte how)
        where TException : Exception => Assert.ThrowsAsync<TException>(() => _probe.FailRequestAsync(how, ProbeFixture.Leaf(1, "elm")));
}
