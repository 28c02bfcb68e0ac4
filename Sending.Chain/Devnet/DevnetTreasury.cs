using System.Globalization;
using System.Numerics;
using Nethereum.Contracts;
using Nethereum.RPC.Eth.DTOs;
using Sending.Chain.Amounts;
using Sending.Chain.Contracts.SendToken.ContractDefinition;
using Sending.Chain.Errors;
using Sending.Chain.Rpc;

namespace Sending.Chain.Devnet;

/// <summary>Gives SEND from the treasury, which is the node's own first account and unlocked there, and ETH out of nothing.</summary>
internal sealed class DevnetTreasury(ChainConnection connection)
{
    /// <summary>Sends each the same amount of SEND; returns when all is mined.</summary>
    /// <exception cref="SendingException"><see cref="ErrorCode.CheckFailed"/>: the treasury does not hold that much.</exception>
    public async Task SendAsync(IReadOnlyCollection<string> recipients, BigInteger amount, CancellationToken cancellationToken)
    {
        var accounts = await connection.Web3.Client.SendRequestAsync<string[]>("eth_accounts").WaitAsync(cancellationToken);
        var treasury = accounts[0];
        var held = await connection.Token.BalanceOfQueryAsync(treasury).WaitAsync(cancellationToken);
        if (held < amount * recipients.Count)
        {
            throw new SendingException(
                ErrorCode.CheckFailed,
                $"The devnet's treasury holds {SendAmount.Text(held)}, less than the {SendAmount.Text(amount * recipients.Count)} asked for. Ask for less, or start anew: `sending-cli devnet reset`.",
                new Dictionary<string, string> { ["check"] = "treasury", ["balance"] = SendAmount.Format(held) });
        }

        await Task.WhenAll(recipients.Select(recipient => TransferAsync(treasury, recipient, amount, cancellationToken)));
    }

    /// <summary>Adds ETH to an account's balance.</summary>
    public async Task AddEthAsync(string recipient, BigInteger wei, CancellationToken cancellationToken)
    {
        var balance = (await connection.Web3.Eth.GetBalance.SendRequestAsync(recipient).WaitAsync(cancellationToken)).Value;
        var hex = "0x" + (balance + wei).ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        await connection.Web3.Client.SendRequestAsync("hardhat_setBalance", null, recipient, hex).WaitAsync(cancellationToken);
    }

    private async Task TransferAsync(string treasury, string recipient, BigInteger amount, CancellationToken cancellationToken)
    {
        var input = new TransferFunction { To = recipient, Value = amount, FromAddress = treasury, Gas = 200_000 }
            .CreateTransactionInput(connection.Deployment.Contracts.SendToken);
        var hash = await connection.Web3.Client.SendRequestAsync<string>("eth_sendTransaction", null, input).WaitAsync(cancellationToken);
        TransactionReceipt? receipt;
        while ((receipt = await connection.Web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(hash).WaitAsync(cancellationToken)) is null)
        {
            await Task.Delay(10, cancellationToken);
        }

        if (!receipt.Status.Value.IsOne)
        {
            throw new SendingException(ErrorCode.DevnetFailed, $"The devnet's treasury could not send SEND to {recipient} (transaction {hash}).");
        }
    }
}
