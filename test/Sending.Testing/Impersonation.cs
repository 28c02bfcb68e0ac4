using Nethereum.Contracts;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Web3;

namespace Sending.Testing;

/// <summary>Acts for accounts whose keys nobody has.</summary>
public static class Impersonation
{
    /// <summary>Sends a call from any address, a contract's too, as only a development node lets one; the sender gets the ETH for it.</summary>
    /// <exception cref="InvalidOperationException">The call fails.</exception>
    public static async Task<TransactionReceipt> SendAsAsync<TFunction>(IWeb3 web3, string sender, string contract, TFunction message)
        where TFunction : FunctionMessage, new()
    {
        await web3.Client.SendRequestAsync("hardhat_impersonateAccount", null, sender);
        if ((await web3.Eth.GetBalance.SendRequestAsync(sender)).Value.IsZero)
        {
            await web3.Client.SendRequestAsync("hardhat_setBalance", null, sender, "0x56bc75e2d63100000");
        }

        message.FromAddress = sender;
        message.Gas = 5_000_000;
        var input = message.CreateTransactionInput(contract);
        var hash = await web3.Client.SendRequestAsync<string>("eth_sendTransaction", null, input);
        await web3.Client.SendRequestAsync("hardhat_stopImpersonatingAccount", null, sender);
        TransactionReceipt? receipt;
        while ((receipt = await web3.Eth.Transactions.GetTransactionReceipt.SendRequestAsync(hash)) is null)
        {
            await Task.Delay(10);
        }

        return receipt.Status.Value.IsOne ? receipt : throw new InvalidOperationException($"{typeof(TFunction).Name} of {sender} failed (transaction {hash}).");
    }
}
