namespace Nethereum.RPC.Eth.DTOs;

public static class TransactionReceiptExtensions
{
    /// <summary>Whether the transaction did what it should; a receipt without status, from before Byzantium, counts as asked.</summary>
    public static bool Succeeded(this TransactionReceipt receipt, bool treatNullStatusAsFailure = false) => !receipt.Failed(treatNullStatusAsFailure);

    /// <inheritdoc cref="Succeeded"/>
    public static bool Failed(this TransactionReceipt receipt, bool treatNullStatusAsFailure = false) => receipt.HasErrors() ?? treatNullStatusAsFailure;

    public static bool HasLogs(this TransactionReceipt receipt) => receipt.Logs?.Length > 0;
}
