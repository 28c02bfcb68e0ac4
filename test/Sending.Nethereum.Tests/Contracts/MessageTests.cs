using System.Numerics;
using Bindings.Probe.ContractDefinition;
using Nethereum.Contracts;
using Nethereum.Hex.HexConvertors.Extensions;
using Nethereum.RPC.TransactionTypes;
using Nethereum.Util;

namespace Sending.Nethereum.Tests.Contracts;

/// <summary>Messages as calls and transactions.</summary>
public sealed class MessageTests
{
    private const string Contract = "0x00000000000000000000000000000000000000Aa";
    private const string Data = "0x60fe47b10000000000000000000000000000000000000000000000000000000000000005";

    [Fact]
    public void WhatIsNotSetIsLeftOut()
    {
        var input = new SetFunction { A = 5 }.CreateTransactionInput(Contract);
        Assert.Equal((Contract, Data, BigInteger.Zero), (input.To, input.Data, input.Value.Value));
        Assert.All([input.Gas, input.GasPrice, input.Nonce, input.MaxFeePerGas, input.MaxPriorityFeePerGas, input.Type], Assert.Null);
        Assert.Null(input.From);
    }

    [Fact]
    public void WhatIsSetIsCarried()
    {
        var message = new SetFunction { A = 5, AmountToSend = 1, Gas = 2, Nonce = 3, MaxFeePerGas = 4, MaxPriorityFeePerGas = 5, FromAddress = Contract };
        message.SetTransactionType1559();
        var input = message.CreateTransactionInput(Contract);
        Assert.Equal([1, 2, 3, 4, 5, 2], new[] { input.Value, input.Gas, input.Nonce, input.MaxFeePerGas, input.MaxPriorityFeePerGas, input.Type }.Select(number => (int)number.Value));
        Assert.Equal(TransactionType.EIP1559.AsHexBigInteger(), message.GetHexTransactionType());

        message.SetGasPriceFromGwei(1.5m);
        var call = message.CreateCallInput(Contract);
        Assert.Equal((Contract, new BigInteger(1_500_000_000)), (call.From, call.GasPrice.Value));
        Assert.Equal(Contract, message.SetDefaultFromAddressIfNotSet("0x1"));
    }

    [Fact]
    public void CallDataIsSelectorAndArguments()
    {
        Assert.Equal(Data, new SetFunction { A = 5 }.GetCallData().ToHex(prefix: true));
        Assert.Equal(Sha3Keccack.Current.CalculateHash(Data.HexToByteArray()), new SetFunction { A = 5 }.GetCallDataHash());
        Assert.Equal(Data[10..], new SetFunction { A = 5 }.GetParamsEncoded().ToHex());
        Assert.Equal(5, new SetFunction().DecodeInput(Data).A);
        Assert.Throws<FormatException>(() => new Set1Function().DecodeInput(Data));

        // The class of the message counts, not the one of the variable.
        FunctionMessage message = new SetFunction { A = 5 };
        Assert.Equal(Data, message.CreateCallInput(Contract).Data);
    }

    [Fact]
    public void DeploymentsAreCodeAndArguments()
    {
        var message = new ProbeDeployment("0x6001") { Branch = new Branch { Owner = Contract, Leaves = [], Main = ProbeFixture.Leaf(1, "x"), Grid = [[], []] }, Numbers = [7] };
        var input = message.CreateTransactionInput();
        Assert.Null(input.To);
        Assert.Equal("0x6001" + message.GetParamsEncoded().ToHex(), input.Data);
        Assert.Equal(input.Data, message.GetDeploymentData().ToHex(prefix: true));
        Assert.Equal(input.Data, message.CreateCallInput().Data);
        Assert.Equal(Sha3Keccack.Current.CalculateHash(message.GetDeploymentData()), message.GetDeploymentDataHash());
    }
}
