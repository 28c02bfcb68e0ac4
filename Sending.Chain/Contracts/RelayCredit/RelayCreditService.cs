using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;
using Nethereum.Web3;
using Nethereum.RPC.Eth.DTOs;
using Nethereum.Contracts.CQS;
using Nethereum.Contracts.ContractHandlers;
using Nethereum.Contracts;
using System.Threading;
using Sending.Chain.Contracts.RelayCredit.ContractDefinition;

namespace Sending.Chain.Contracts.RelayCredit
{
    public partial class RelayCreditService: ContractWeb3ServiceBase
    {
        public static Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(Nethereum.Web3.IWeb3 web3, RelayCreditDeployment relayCreditDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            return web3.Eth.GetContractDeploymentHandler<RelayCreditDeployment>().SendRequestAndWaitForReceiptAsync(relayCreditDeployment, cancellationTokenSource);
        }

        public static Task<string> DeployContractAsync(Nethereum.Web3.IWeb3 web3, RelayCreditDeployment relayCreditDeployment)
        {
            return web3.Eth.GetContractDeploymentHandler<RelayCreditDeployment>().SendRequestAsync(relayCreditDeployment);
        }

        public static async Task<RelayCreditService> DeployContractAndGetServiceAsync(Nethereum.Web3.IWeb3 web3, RelayCreditDeployment relayCreditDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            var receipt = await DeployContractAndWaitForReceiptAsync(web3, relayCreditDeployment, cancellationTokenSource);
            return new RelayCreditService(web3, receipt.ContractAddress);
        }

        public RelayCreditService(Nethereum.Web3.IWeb3 web3, string contractAddress) : base(web3, contractAddress)
        {
        }

        public Task<BigInteger> MaxPauseQueryAsync(MaxPauseFunction maxPauseFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MaxPauseFunction, BigInteger>(maxPauseFunction, blockParameter);
        }

        
        public Task<BigInteger> MaxPauseQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MaxPauseFunction, BigInteger>(null, blockParameter);
        }

        public Task<BigInteger> PauseCooldownQueryAsync(PauseCooldownFunction pauseCooldownFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<PauseCooldownFunction, BigInteger>(pauseCooldownFunction, blockParameter);
        }

        
        public Task<BigInteger> PauseCooldownQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<PauseCooldownFunction, BigInteger>(null, blockParameter);
        }

        public Task<string> UpgradeInterfaceVersionQueryAsync(UpgradeInterfaceVersionFunction upgradeInterfaceVersionFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<UpgradeInterfaceVersionFunction, string>(upgradeInterfaceVersionFunction, blockParameter);
        }

        
        public Task<string> UpgradeInterfaceVersionQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<UpgradeInterfaceVersionFunction, string>(null, blockParameter);
        }

        public Task<string> AuthorityQueryAsync(AuthorityFunction authorityFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<AuthorityFunction, string>(authorityFunction, blockParameter);
        }

        
        public Task<string> AuthorityQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<AuthorityFunction, string>(null, blockParameter);
        }

        public Task<string> CollectRequestAsync(CollectFunction collectFunction)
        {
             return ContractHandler.SendRequestAsync(collectFunction);
        }

        public Task<TransactionReceipt> CollectRequestAndWaitForReceiptAsync(CollectFunction collectFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(collectFunction, cancellationToken);
        }

        public Task<string> CollectRequestAsync(BigInteger amount)
        {
            var collectFunction = new CollectFunction();
                collectFunction.Amount = amount;
            
             return ContractHandler.SendRequestAsync(collectFunction);
        }

        public Task<TransactionReceipt> CollectRequestAndWaitForReceiptAsync(BigInteger amount, CancellationTokenSource cancellationToken = null)
        {
            var collectFunction = new CollectFunction();
                collectFunction.Amount = amount;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(collectFunction, cancellationToken);
        }

        public Task<string> ConfigQueryAsync(ConfigFunction configFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ConfigFunction, string>(configFunction, blockParameter);
        }

        
        public Task<string> ConfigQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ConfigFunction, string>(null, blockParameter);
        }

        public Task<BigInteger> CreditHeldQueryAsync(CreditHeldFunction creditHeldFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<CreditHeldFunction, BigInteger>(creditHeldFunction, blockParameter);
        }

        
        public Task<BigInteger> CreditHeldQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<CreditHeldFunction, BigInteger>(null, blockParameter);
        }

        public Task<string> DepositRequestAsync(DepositFunction depositFunction)
        {
             return ContractHandler.SendRequestAsync(depositFunction);
        }

        public Task<TransactionReceipt> DepositRequestAndWaitForReceiptAsync(DepositFunction depositFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(depositFunction, cancellationToken);
        }

        public Task<string> DepositRequestAsync(string payer, string edge, BigInteger amount)
        {
            var depositFunction = new DepositFunction();
                depositFunction.Payer = payer;
                depositFunction.Edge = edge;
                depositFunction.Amount = amount;
            
             return ContractHandler.SendRequestAsync(depositFunction);
        }

        public Task<TransactionReceipt> DepositRequestAndWaitForReceiptAsync(string payer, string edge, BigInteger amount, CancellationTokenSource cancellationToken = null)
        {
            var depositFunction = new DepositFunction();
                depositFunction.Payer = payer;
                depositFunction.Edge = edge;
                depositFunction.Amount = amount;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(depositFunction, cancellationToken);
        }

        public Task<string> DepositAllRequestAsync(DepositAllFunction depositAllFunction)
        {
             return ContractHandler.SendRequestAsync(depositAllFunction);
        }

        public Task<TransactionReceipt> DepositAllRequestAndWaitForReceiptAsync(DepositAllFunction depositAllFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(depositAllFunction, cancellationToken);
        }

        public Task<string> DepositAllRequestAsync(List<Deposit> deposits)
        {
            var depositAllFunction = new DepositAllFunction();
                depositAllFunction.Deposits = deposits;
            
             return ContractHandler.SendRequestAsync(depositAllFunction);
        }

        public Task<TransactionReceipt> DepositAllRequestAndWaitForReceiptAsync(List<Deposit> deposits, CancellationTokenSource cancellationToken = null)
        {
            var depositAllFunction = new DepositAllFunction();
                depositAllFunction.Deposits = deposits;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(depositAllFunction, cancellationToken);
        }

        public Task<string> DepositAllWithPermitRequestAsync(DepositAllWithPermitFunction depositAllWithPermitFunction)
        {
             return ContractHandler.SendRequestAsync(depositAllWithPermitFunction);
        }

        public Task<TransactionReceipt> DepositAllWithPermitRequestAndWaitForReceiptAsync(DepositAllWithPermitFunction depositAllWithPermitFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(depositAllWithPermitFunction, cancellationToken);
        }

        public Task<string> DepositAllWithPermitRequestAsync(List<Deposit> deposits, PermitSignature permit)
        {
            var depositAllWithPermitFunction = new DepositAllWithPermitFunction();
                depositAllWithPermitFunction.Deposits = deposits;
                depositAllWithPermitFunction.Permit = permit;
            
             return ContractHandler.SendRequestAsync(depositAllWithPermitFunction);
        }

        public Task<TransactionReceipt> DepositAllWithPermitRequestAndWaitForReceiptAsync(List<Deposit> deposits, PermitSignature permit, CancellationTokenSource cancellationToken = null)
        {
            var depositAllWithPermitFunction = new DepositAllWithPermitFunction();
                depositAllWithPermitFunction.Deposits = deposits;
                depositAllWithPermitFunction.Permit = permit;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(depositAllWithPermitFunction, cancellationToken);
        }

        public Task<BigInteger> EntriesPausedUntilQueryAsync(EntriesPausedUntilFunction entriesPausedUntilFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<EntriesPausedUntilFunction, BigInteger>(entriesPausedUntilFunction, blockParameter);
        }

        
        public Task<BigInteger> EntriesPausedUntilQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<EntriesPausedUntilFunction, BigInteger>(null, blockParameter);
        }

        public Task<string> InitializeRequestAsync(InitializeFunction initializeFunction)
        {
             return ContractHandler.SendRequestAsync(initializeFunction);
        }

        public Task<TransactionReceipt> InitializeRequestAndWaitForReceiptAsync(InitializeFunction initializeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(initializeFunction, cancellationToken);
        }

        public Task<string> InitializeRequestAsync(string authority)
        {
            var initializeFunction = new InitializeFunction();
                initializeFunction.Authority = authority;
            
             return ContractHandler.SendRequestAsync(initializeFunction);
        }

        public Task<TransactionReceipt> InitializeRequestAndWaitForReceiptAsync(string authority, CancellationTokenSource cancellationToken = null)
        {
            var initializeFunction = new InitializeFunction();
                initializeFunction.Authority = authority;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(initializeFunction, cancellationToken);
        }

        public Task<byte[]> IsConsumingScheduledOpQueryAsync(IsConsumingScheduledOpFunction isConsumingScheduledOpFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<IsConsumingScheduledOpFunction, byte[]>(isConsumingScheduledOpFunction, blockParameter);
        }

        
        public Task<byte[]> IsConsumingScheduledOpQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<IsConsumingScheduledOpFunction, byte[]>(null, blockParameter);
        }

        public Task<LineOfOutputDTO> LineOfQueryAsync(LineOfFunction lineOfFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<LineOfFunction, LineOfOutputDTO>(lineOfFunction, blockParameter);
        }

        public Task<LineOfOutputDTO> LineOfQueryAsync(string payer, string edge, BlockParameter blockParameter = null)
        {
            var lineOfFunction = new LineOfFunction();
                lineOfFunction.Payer = payer;
                lineOfFunction.Edge = edge;
            
            return ContractHandler.QueryDeserializingToObjectAsync<LineOfFunction, LineOfOutputDTO>(lineOfFunction, blockParameter);
        }

        public Task<string> PauseEntriesRequestAsync(PauseEntriesFunction pauseEntriesFunction)
        {
             return ContractHandler.SendRequestAsync(pauseEntriesFunction);
        }

        public Task<TransactionReceipt> PauseEntriesRequestAndWaitForReceiptAsync(PauseEntriesFunction pauseEntriesFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(pauseEntriesFunction, cancellationToken);
        }

        public Task<string> PauseEntriesRequestAsync(BigInteger duration)
        {
            var pauseEntriesFunction = new PauseEntriesFunction();
                pauseEntriesFunction.Duration = duration;
            
             return ContractHandler.SendRequestAsync(pauseEntriesFunction);
        }

        public Task<TransactionReceipt> PauseEntriesRequestAndWaitForReceiptAsync(BigInteger duration, CancellationTokenSource cancellationToken = null)
        {
            var pauseEntriesFunction = new PauseEntriesFunction();
                pauseEntriesFunction.Duration = duration;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(pauseEntriesFunction, cancellationToken);
        }

        public Task<byte[]> ProxiableUUIDQueryAsync(ProxiableUUIDFunction proxiableUUIDFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ProxiableUUIDFunction, byte[]>(proxiableUUIDFunction, blockParameter);
        }

        
        public Task<byte[]> ProxiableUUIDQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ProxiableUUIDFunction, byte[]>(null, blockParameter);
        }

        public Task<string> RequestWithdrawRequestAsync(RequestWithdrawFunction requestWithdrawFunction)
        {
             return ContractHandler.SendRequestAsync(requestWithdrawFunction);
        }

        public Task<TransactionReceipt> RequestWithdrawRequestAndWaitForReceiptAsync(RequestWithdrawFunction requestWithdrawFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(requestWithdrawFunction, cancellationToken);
        }

        public Task<string> RequestWithdrawRequestAsync(string edge, BigInteger amount)
        {
            var requestWithdrawFunction = new RequestWithdrawFunction();
                requestWithdrawFunction.Edge = edge;
                requestWithdrawFunction.Amount = amount;
            
             return ContractHandler.SendRequestAsync(requestWithdrawFunction);
        }

        public Task<TransactionReceipt> RequestWithdrawRequestAndWaitForReceiptAsync(string edge, BigInteger amount, CancellationTokenSource cancellationToken = null)
        {
            var requestWithdrawFunction = new RequestWithdrawFunction();
                requestWithdrawFunction.Edge = edge;
                requestWithdrawFunction.Amount = amount;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(requestWithdrawFunction, cancellationToken);
        }

        public Task<string> RewardPoolQueryAsync(RewardPoolFunction rewardPoolFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<RewardPoolFunction, string>(rewardPoolFunction, blockParameter);
        }

        
        public Task<string> RewardPoolQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<RewardPoolFunction, string>(null, blockParameter);
        }

        public Task<string> SetAuthorityRequestAsync(SetAuthorityFunction setAuthorityFunction)
        {
             return ContractHandler.SendRequestAsync(setAuthorityFunction);
        }

        public Task<TransactionReceipt> SetAuthorityRequestAndWaitForReceiptAsync(SetAuthorityFunction setAuthorityFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setAuthorityFunction, cancellationToken);
        }

        public Task<string> SetAuthorityRequestAsync(string newAuthority)
        {
            var setAuthorityFunction = new SetAuthorityFunction();
                setAuthorityFunction.NewAuthority = newAuthority;
            
             return ContractHandler.SendRequestAsync(setAuthorityFunction);
        }

        public Task<TransactionReceipt> SetAuthorityRequestAndWaitForReceiptAsync(string newAuthority, CancellationTokenSource cancellationToken = null)
        {
            var setAuthorityFunction = new SetAuthorityFunction();
                setAuthorityFunction.NewAuthority = newAuthority;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setAuthorityFunction, cancellationToken);
        }

        public Task<string> SetRewardPoolRequestAsync(SetRewardPoolFunction setRewardPoolFunction)
        {
             return ContractHandler.SendRequestAsync(setRewardPoolFunction);
        }

        public Task<TransactionReceipt> SetRewardPoolRequestAndWaitForReceiptAsync(SetRewardPoolFunction setRewardPoolFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setRewardPoolFunction, cancellationToken);
        }

        public Task<string> SetRewardPoolRequestAsync(string rewardpool)
        {
            var setRewardPoolFunction = new SetRewardPoolFunction();
                setRewardPoolFunction.Rewardpool = rewardpool;
            
             return ContractHandler.SendRequestAsync(setRewardPoolFunction);
        }

        public Task<TransactionReceipt> SetRewardPoolRequestAndWaitForReceiptAsync(string rewardpool, CancellationTokenSource cancellationToken = null)
        {
            var setRewardPoolFunction = new SetRewardPoolFunction();
                setRewardPoolFunction.Rewardpool = rewardpool;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setRewardPoolFunction, cancellationToken);
        }

        public Task<string> SetSignerLimitRequestAsync(SetSignerLimitFunction setSignerLimitFunction)
        {
             return ContractHandler.SendRequestAsync(setSignerLimitFunction);
        }

        public Task<TransactionReceipt> SetSignerLimitRequestAndWaitForReceiptAsync(SetSignerLimitFunction setSignerLimitFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setSignerLimitFunction, cancellationToken);
        }

        public Task<string> SetSignerLimitRequestAsync(ulong units)
        {
            var setSignerLimitFunction = new SetSignerLimitFunction();
                setSignerLimitFunction.Units = units;
            
             return ContractHandler.SendRequestAsync(setSignerLimitFunction);
        }

        public Task<TransactionReceipt> SetSignerLimitRequestAndWaitForReceiptAsync(ulong units, CancellationTokenSource cancellationToken = null)
        {
            var setSignerLimitFunction = new SetSignerLimitFunction();
                setSignerLimitFunction.Units = units;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setSignerLimitFunction, cancellationToken);
        }

        public Task<ulong> SignerLimitAtQueryAsync(SignerLimitAtFunction signerLimitAtFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<SignerLimitAtFunction, ulong>(signerLimitAtFunction, blockParameter);
        }

        
        public Task<ulong> SignerLimitAtQueryAsync(string payer, BigInteger epoch, BlockParameter blockParameter = null)
        {
            var signerLimitAtFunction = new SignerLimitAtFunction();
                signerLimitAtFunction.Payer = payer;
                signerLimitAtFunction.Epoch = epoch;
            
            return ContractHandler.QueryAsync<SignerLimitAtFunction, ulong>(signerLimitAtFunction, blockParameter);
        }

        public Task<string> SyncParametersRequestAsync(SyncParametersFunction syncParametersFunction)
        {
             return ContractHandler.SendRequestAsync(syncParametersFunction);
        }

        public Task<string> SyncParametersRequestAsync()
        {
             return ContractHandler.SendRequestAsync<SyncParametersFunction>();
        }

        public Task<TransactionReceipt> SyncParametersRequestAndWaitForReceiptAsync(SyncParametersFunction syncParametersFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(syncParametersFunction, cancellationToken);
        }

        public Task<TransactionReceipt> SyncParametersRequestAndWaitForReceiptAsync(CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync<SyncParametersFunction>(null, cancellationToken);
        }

        public Task<string> TokenQueryAsync(TokenFunction tokenFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<TokenFunction, string>(tokenFunction, blockParameter);
        }

        
        public Task<string> TokenQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<TokenFunction, string>(null, blockParameter);
        }

        public Task<string> UnpauseEntriesRequestAsync(UnpauseEntriesFunction unpauseEntriesFunction)
        {
             return ContractHandler.SendRequestAsync(unpauseEntriesFunction);
        }

        public Task<string> UnpauseEntriesRequestAsync()
        {
             return ContractHandler.SendRequestAsync<UnpauseEntriesFunction>();
        }

        public Task<TransactionReceipt> UnpauseEntriesRequestAndWaitForReceiptAsync(UnpauseEntriesFunction unpauseEntriesFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(unpauseEntriesFunction, cancellationToken);
        }

        public Task<TransactionReceipt> UnpauseEntriesRequestAndWaitForReceiptAsync(CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync<UnpauseEntriesFunction>(null, cancellationToken);
        }

        public Task<string> UpgradeToAndCallRequestAsync(UpgradeToAndCallFunction upgradeToAndCallFunction)
        {
             return ContractHandler.SendRequestAsync(upgradeToAndCallFunction);
        }

        public Task<TransactionReceipt> UpgradeToAndCallRequestAndWaitForReceiptAsync(UpgradeToAndCallFunction upgradeToAndCallFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(upgradeToAndCallFunction, cancellationToken);
        }

        public Task<string> UpgradeToAndCallRequestAsync(string newImplementation, byte[] data)
        {
            var upgradeToAndCallFunction = new UpgradeToAndCallFunction();
                upgradeToAndCallFunction.NewImplementation = newImplementation;
                upgradeToAndCallFunction.Data = data;
            
             return ContractHandler.SendRequestAsync(upgradeToAndCallFunction);
        }

        public Task<TransactionReceipt> UpgradeToAndCallRequestAndWaitForReceiptAsync(string newImplementation, byte[] data, CancellationTokenSource cancellationToken = null)
        {
            var upgradeToAndCallFunction = new UpgradeToAndCallFunction();
                upgradeToAndCallFunction.NewImplementation = newImplementation;
                upgradeToAndCallFunction.Data = data;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(upgradeToAndCallFunction, cancellationToken);
        }

        public Task<string> WithdrawRequestAsync(WithdrawFunction withdrawFunction)
        {
             return ContractHandler.SendRequestAsync(withdrawFunction);
        }

        public Task<TransactionReceipt> WithdrawRequestAndWaitForReceiptAsync(WithdrawFunction withdrawFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(withdrawFunction, cancellationToken);
        }

        public Task<string> WithdrawRequestAsync(string edge, BigInteger cumulativeCharged, List<byte[]> proof)
        {
            var withdrawFunction = new WithdrawFunction();
                withdrawFunction.Edge = edge;
                withdrawFunction.CumulativeCharged = cumulativeCharged;
                withdrawFunction.Proof = proof;
            
             return ContractHandler.SendRequestAsync(withdrawFunction);
        }

        public Task<TransactionReceipt> WithdrawRequestAndWaitForReceiptAsync(string edge, BigInteger cumulativeCharged, List<byte[]> proof, CancellationTokenSource cancellationToken = null)
        {
            var withdrawFunction = new WithdrawFunction();
                withdrawFunction.Edge = edge;
                withdrawFunction.CumulativeCharged = cumulativeCharged;
                withdrawFunction.Proof = proof;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(withdrawFunction, cancellationToken);
        }

        public override List<Type> GetAllFunctionTypes()
        {
            return new List<Type>
            {
                typeof(MaxPauseFunction),
                typeof(PauseCooldownFunction),
                typeof(UpgradeInterfaceVersionFunction),
                typeof(AuthorityFunction),
                typeof(CollectFunction),
                typeof(ConfigFunction),
                typeof(CreditHeldFunction),
                typeof(DepositFunction),
                typeof(DepositAllFunction),
                typeof(DepositAllWithPermitFunction),
                typeof(EntriesPausedUntilFunction),
                typeof(InitializeFunction),
                typeof(IsConsumingScheduledOpFunction),
                typeof(LineOfFunction),
                typeof(PauseEntriesFunction),
                typeof(ProxiableUUIDFunction),
                typeof(RequestWithdrawFunction),
                typeof(RewardPoolFunction),
                typeof(SetAuthorityFunction),
                typeof(SetRewardPoolFunction),
                typeof(SetSignerLimitFunction),
                typeof(SignerLimitAtFunction),
                typeof(SyncParametersFunction),
                typeof(TokenFunction),
                typeof(UnpauseEntriesFunction),
                typeof(UpgradeToAndCallFunction),
                typeof(WithdrawFunction)
            };
        }

        public override List<Type> GetAllEventTypes()
        {
            return new List<Type>
            {
                typeof(AuthorityUpdatedEventDTO),
                typeof(ChargesCollectedEventDTO),
                typeof(DepositedEventDTO),
                typeof(EntriesPausedEventDTO),
                typeof(EntriesUnpausedEventDTO),
                typeof(InitializedEventDTO),
                typeof(ParametersSyncedEventDTO),
                typeof(RewardPoolSetEventDTO),
                typeof(SignerLimitSetEventDTO),
                typeof(UpgradedEventDTO),
                typeof(WithdrawalRequestedEventDTO),
                typeof(WithdrawnEventDTO)
            };
        }

        public override List<Type> GetAllErrorTypes()
        {
            return new List<Type>
            {
                typeof(AccessManagedInvalidAuthorityError),
                typeof(AccessManagedRequiredDelayError),
                typeof(AccessManagedUnauthorizedError),
                typeof(AddressEmptyCodeError),
                typeof(BelowMinimumDepositError),
                typeof(CreditSetAsideError),
                typeof(ERC1967InvalidImplementationError),
                typeof(ERC1967NonPayableError),
                typeof(EntriesArePausedError),
                typeof(EntriesNotPausedError),
                typeof(EpochNotClosedError),
                typeof(FailedCallError),
                typeof(InsufficientBalanceError),
                typeof(InvalidChargeError),
                typeof(InvalidConfigError),
                typeof(InvalidInitializationError),
                typeof(InvalidPauseError),
                typeof(NotInitializingError),
                typeof(NotRewardPoolError),
                typeof(NothingRequestedError),
                typeof(PauseTooSoonError),
                typeof(ReentrancyGuardReentrantCallError),
                typeof(SafeCastOverflowedUintDowncastError),
                typeof(SafeERC20FailedOperationError),
                typeof(UUPSUnauthorizedCallContextError),
                typeof(UUPSUnsupportedProxiableUUIDError),
                typeof(ZeroAddressError),
                typeof(ZeroAmountError)
            };
        }
    }
}
