using Nethereum.RPC.TransactionManagers;

namespace Nethereum.RPC.TransactionReceipts;

public class TransactionReceiptServiceFactory
{
    public static ITransactionReceiptService GetDefaultransactionReceiptService(ITransactionManager transactionManager) =>
        new TransactionReceiptPollingService(transactionManager);
}
