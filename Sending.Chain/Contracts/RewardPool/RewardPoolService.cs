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
using Sending.Chain.Contracts.RewardPool.ContractDefinition;

namespace Sending.Chain.Contracts.RewardPool
{
    public partial class RewardPoolService: ContractWeb3ServiceBase
    {
        public static Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(Nethereum.Web3.IWeb3 web3, RewardPoolDeployment rewardPoolDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            return web3.Eth.GetContractDeploymentHandler<RewardPoolDeployment>().SendRequestAndWaitForReceiptAsync(rewardPoolDeployment, cancellationTokenSource);
        }

        public static Task<string> DeployContractAsync(Nethereum.Web3.IWeb3 web3, RewardPoolDeployment rewardPoolDeployment)
        {
            return web3.Eth.GetContractDeploymentHandler<RewardPoolDeployment>().SendRequestAsync(rewardPoolDeployment);
        }

        public static async Task<RewardPoolService> DeployContractAndGetServiceAsync(Nethereum.Web3.IWeb3 web3, RewardPoolDeployment rewardPoolDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            var receipt = await DeployContractAndWaitForReceiptAsync(web3, rewardPoolDeployment, cancellationTokenSource);
            return new RewardPoolService(web3, receipt.ContractAddress);
        }

        public RewardPoolService(Nethereum.Web3.IWeb3 web3, string contractAddress) : base(web3, contractAddress)
        {
        }

        public Task<BigInteger> MaxCancellationsQueryAsync(MaxCancellationsFunction maxCancellationsFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MaxCancellationsFunction, BigInteger>(maxCancellationsFunction, blockParameter);
        }

        
        public Task<BigInteger> MaxCancellationsQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MaxCancellationsFunction, BigInteger>(null, blockParameter);
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

        public Task<string> CancelSettlementRequestAsync(CancelSettlementFunction cancelSettlementFunction)
        {
             return ContractHandler.SendRequestAsync(cancelSettlementFunction);
        }

        public Task<TransactionReceipt> CancelSettlementRequestAndWaitForReceiptAsync(CancelSettlementFunction cancelSettlementFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(cancelSettlementFunction, cancellationToken);
        }

        public Task<string> CancelSettlementRequestAsync(BigInteger epoch)
        {
            var cancelSettlementFunction = new CancelSettlementFunction();
                cancelSettlementFunction.Epoch = epoch;
            
             return ContractHandler.SendRequestAsync(cancelSettlementFunction);
        }

        public Task<TransactionReceipt> CancelSettlementRequestAndWaitForReceiptAsync(BigInteger epoch, CancellationTokenSource cancellationToken = null)
        {
            var cancelSettlementFunction = new CancelSettlementFunction();
                cancelSettlementFunction.Epoch = epoch;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(cancelSettlementFunction, cancellationToken);
        }

        public Task<BigInteger> CancellationsLeftQueryAsync(CancellationsLeftFunction cancellationsLeftFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<CancellationsLeftFunction, BigInteger>(cancellationsLeftFunction, blockParameter);
        }

        
        public Task<BigInteger> CancellationsLeftQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<CancellationsLeftFunction, BigInteger>(null, blockParameter);
        }

        public Task<string> ClaimRequestAsync(ClaimFunction claimFunction)
        {
             return ContractHandler.SendRequestAsync(claimFunction);
        }

        public Task<TransactionReceipt> ClaimRequestAndWaitForReceiptAsync(ClaimFunction claimFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(claimFunction, cancellationToken);
        }

        public Task<string> ClaimRequestAsync(string node, BigInteger cumulative, List<byte[]> proof)
        {
            var claimFunction = new ClaimFunction();
                claimFunction.Node = node;
                claimFunction.Cumulative = cumulative;
                claimFunction.Proof = proof;
            
             return ContractHandler.SendRequestAsync(claimFunction);
        }

        public Task<TransactionReceipt> ClaimRequestAndWaitForReceiptAsync(string node, BigInteger cumulative, List<byte[]> proof, CancellationTokenSource cancellationToken = null)
        {
            var claimFunction = new ClaimFunction();
                claimFunction.Node = node;
                claimFunction.Cumulative = cumulative;
                claimFunction.Proof = proof;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(claimFunction, cancellationToken);
        }

        public Task<BigInteger> ClaimedByQueryAsync(ClaimedByFunction claimedByFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ClaimedByFunction, BigInteger>(claimedByFunction, blockParameter);
        }

        
        public Task<BigInteger> ClaimedByQueryAsync(string node, BlockParameter blockParameter = null)
        {
            var claimedByFunction = new ClaimedByFunction();
                claimedByFunction.Node = node;
            
            return ContractHandler.QueryAsync<ClaimedByFunction, BigInteger>(claimedByFunction, blockParameter);
        }

        public Task<string> CollectSlashedRequestAsync(CollectSlashedFunction collectSlashedFunction)
        {
             return ContractHandler.SendRequestAsync(collectSlashedFunction);
        }

        public Task<string> CollectSlashedRequestAsync()
        {
             return ContractHandler.SendRequestAsync<CollectSlashedFunction>();
        }

        public Task<TransactionReceipt> CollectSlashedRequestAndWaitForReceiptAsync(CollectSlashedFunction collectSlashedFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(collectSlashedFunction, cancellationToken);
        }

        public Task<TransactionReceipt> CollectSlashedRequestAndWaitForReceiptAsync(CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync<CollectSlashedFunction>(null, cancellationToken);
        }

        public Task<string> ConfigQueryAsync(ConfigFunction configFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ConfigFunction, string>(configFunction, blockParameter);
        }

        
        public Task<string> ConfigQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ConfigFunction, string>(null, blockParameter);
        }

        public Task<BigInteger> ContributedQueryAsync(ContributedFunction contributedFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ContributedFunction, BigInteger>(contributedFunction, blockParameter);
        }

        
        public Task<BigInteger> ContributedQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ContributedFunction, BigInteger>(null, blockParameter);
        }

        public Task<string> CreditQueryAsync(CreditFunction creditFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<CreditFunction, string>(creditFunction, blockParameter);
        }

        
        public Task<string> CreditQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<CreditFunction, string>(null, blockParameter);
        }

        public Task<CreditTermsOutputDTO> CreditTermsQueryAsync(CreditTermsFunction creditTermsFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<CreditTermsFunction, CreditTermsOutputDTO>(creditTermsFunction, blockParameter);
        }

        public Task<CreditTermsOutputDTO> CreditTermsQueryAsync(BigInteger epoch, BlockParameter blockParameter = null)
        {
            var creditTermsFunction = new CreditTermsFunction();
                creditTermsFunction.Epoch = epoch;
            
            return ContractHandler.QueryDeserializingToObjectAsync<CreditTermsFunction, CreditTermsOutputDTO>(creditTermsFunction, blockParameter);
        }

        public Task<Eip712DomainOutputDTO> Eip712DomainQueryAsync(Eip712DomainFunction eip712DomainFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<Eip712DomainFunction, Eip712DomainOutputDTO>(eip712DomainFunction, blockParameter);
        }

        public Task<Eip712DomainOutputDTO> Eip712DomainQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<Eip712DomainFunction, Eip712DomainOutputDTO>(null, blockParameter);
        }

        public Task<string> EndowRequestAsync(EndowFunction endowFunction)
        {
             return ContractHandler.SendRequestAsync(endowFunction);
        }

        public Task<string> EndowRequestAsync()
        {
             return ContractHandler.SendRequestAsync<EndowFunction>();
        }

        public Task<TransactionReceipt> EndowRequestAndWaitForReceiptAsync(EndowFunction endowFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(endowFunction, cancellationToken);
        }

        public Task<TransactionReceipt> EndowRequestAndWaitForReceiptAsync(CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync<EndowFunction>(null, cancellationToken);
        }

        public Task<string> ExecuteRequestAsync(ExecuteFunction executeFunction)
        {
             return ContractHandler.SendRequestAsync(executeFunction);
        }

        public Task<string> ExecuteRequestAsync()
        {
             return ContractHandler.SendRequestAsync<ExecuteFunction>();
        }

        public Task<TransactionReceipt> ExecuteRequestAndWaitForReceiptAsync(ExecuteFunction executeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(executeFunction, cancellationToken);
        }

        public Task<TransactionReceipt> ExecuteRequestAndWaitForReceiptAsync(CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync<ExecuteFunction>(null, cancellationToken);
        }

        public Task<string> FundRequestAsync(FundFunction fundFunction)
        {
             return ContractHandler.SendRequestAsync(fundFunction);
        }

        public Task<TransactionReceipt> FundRequestAndWaitForReceiptAsync(FundFunction fundFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(fundFunction, cancellationToken);
        }

        public Task<string> FundRequestAsync(BigInteger amount)
        {
            var fundFunction = new FundFunction();
                fundFunction.Amount = amount;
            
             return ContractHandler.SendRequestAsync(fundFunction);
        }

        public Task<TransactionReceipt> FundRequestAndWaitForReceiptAsync(BigInteger amount, CancellationTokenSource cancellationToken = null)
        {
            var fundFunction = new FundFunction();
                fundFunction.Amount = amount;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(fundFunction, cancellationToken);
        }

        public Task<string> InitializeRequestAsync(InitializeFunction initializeFunction)
        {
             return ContractHandler.SendRequestAsync(initializeFunction);
        }

        public Task<TransactionReceipt> InitializeRequestAndWaitForReceiptAsync(InitializeFunction initializeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(initializeFunction, cancellationToken);
        }

        public Task<string> InitializeRequestAsync(string authority, string founder, BigInteger endowment)
        {
            var initializeFunction = new InitializeFunction();
                initializeFunction.Authority = authority;
                initializeFunction.Founder = founder;
                initializeFunction.Endowment = endowment;
            
             return ContractHandler.SendRequestAsync(initializeFunction);
        }

        public Task<TransactionReceipt> InitializeRequestAndWaitForReceiptAsync(string authority, string founder, BigInteger endowment, CancellationTokenSource cancellationToken = null)
        {
            var initializeFunction = new InitializeFunction();
                initializeFunction.Authority = authority;
                initializeFunction.Founder = founder;
                initializeFunction.Endowment = endowment;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(initializeFunction, cancellationToken);
        }

        public Task<bool> IsClosedQueryAsync(IsClosedFunction isClosedFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<IsClosedFunction, bool>(isClosedFunction, blockParameter);
        }

        
        public Task<bool> IsClosedQueryAsync(BigInteger epoch, BlockParameter blockParameter = null)
        {
            var isClosedFunction = new IsClosedFunction();
                isClosedFunction.Epoch = epoch;
            
            return ContractHandler.QueryAsync<IsClosedFunction, bool>(isClosedFunction, blockParameter);
        }

        public Task<byte[]> IsConsumingScheduledOpQueryAsync(IsConsumingScheduledOpFunction isConsumingScheduledOpFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<IsConsumingScheduledOpFunction, byte[]>(isConsumingScheduledOpFunction, blockParameter);
        }

        
        public Task<byte[]> IsConsumingScheduledOpQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<IsConsumingScheduledOpFunction, byte[]>(null, blockParameter);
        }

        public Task<LastFinalOutputDTO> LastFinalQueryAsync(LastFinalFunction lastFinalFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<LastFinalFunction, LastFinalOutputDTO>(lastFinalFunction, blockParameter);
        }

        public Task<LastFinalOutputDTO> LastFinalQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<LastFinalFunction, LastFinalOutputDTO>(null, blockParameter);
        }

        public Task<BigInteger> NextEpochQueryAsync(NextEpochFunction nextEpochFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<NextEpochFunction, BigInteger>(nextEpochFunction, blockParameter);
        }

        
        public Task<BigInteger> NextEpochQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<NextEpochFunction, BigInteger>(null, blockParameter);
        }

        public Task<PendingOutputDTO> PendingQueryAsync(PendingFunction pendingFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<PendingFunction, PendingOutputDTO>(pendingFunction, blockParameter);
        }

        public Task<PendingOutputDTO> PendingQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<PendingFunction, PendingOutputDTO>(null, blockParameter);
        }

        public Task<string> ProveEquivocationRequestAsync(ProveEquivocationFunction proveEquivocationFunction)
        {
             return ContractHandler.SendRequestAsync(proveEquivocationFunction);
        }

        public Task<TransactionReceipt> ProveEquivocationRequestAndWaitForReceiptAsync(ProveEquivocationFunction proveEquivocationFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(proveEquivocationFunction, cancellationToken);
        }

        public Task<string> ProveEquivocationRequestAsync(string guardian, Settlement a, byte[] signatureA, Settlement b, byte[] signatureB)
        {
            var proveEquivocationFunction = new ProveEquivocationFunction();
                proveEquivocationFunction.Guardian = guardian;
                proveEquivocationFunction.A = a;
                proveEquivocationFunction.SignatureA = signatureA;
                proveEquivocationFunction.B = b;
                proveEquivocationFunction.SignatureB = signatureB;
            
             return ContractHandler.SendRequestAsync(proveEquivocationFunction);
        }

        public Task<TransactionReceipt> ProveEquivocationRequestAndWaitForReceiptAsync(string guardian, Settlement a, byte[] signatureA, Settlement b, byte[] signatureB, CancellationTokenSource cancellationToken = null)
        {
            var proveEquivocationFunction = new ProveEquivocationFunction();
                proveEquivocationFunction.Guardian = guardian;
                proveEquivocationFunction.A = a;
                proveEquivocationFunction.SignatureA = signatureA;
                proveEquivocationFunction.B = b;
                proveEquivocationFunction.SignatureB = signatureB;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(proveEquivocationFunction, cancellationToken);
        }

        public Task<byte[]> ProxiableUUIDQueryAsync(ProxiableUUIDFunction proxiableUUIDFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ProxiableUUIDFunction, byte[]>(proxiableUUIDFunction, blockParameter);
        }

        
        public Task<byte[]> ProxiableUUIDQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ProxiableUUIDFunction, byte[]>(null, blockParameter);
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

        public Task<byte[]> SettlementDigestQueryAsync(SettlementDigestFunction settlementDigestFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<SettlementDigestFunction, byte[]>(settlementDigestFunction, blockParameter);
        }

        
        public Task<byte[]> SettlementDigestQueryAsync(Settlement settlement, BlockParameter blockParameter = null)
        {
            var settlementDigestFunction = new SettlementDigestFunction();
                settlementDigestFunction.Settlement = settlement;
            
            return ContractHandler.QueryAsync<SettlementDigestFunction, byte[]>(settlementDigestFunction, blockParameter);
        }

        public Task<string> StakingQueryAsync(StakingFunction stakingFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<StakingFunction, string>(stakingFunction, blockParameter);
        }

        
        public Task<string> StakingQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<StakingFunction, string>(null, blockParameter);
        }

        public Task<string> SubmitSettlementRequestAsync(SubmitSettlementFunction submitSettlementFunction)
        {
             return ContractHandler.SendRequestAsync(submitSettlementFunction);
        }

        public Task<TransactionReceipt> SubmitSettlementRequestAndWaitForReceiptAsync(SubmitSettlementFunction submitSettlementFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(submitSettlementFunction, cancellationToken);
        }

        public Task<string> SubmitSettlementRequestAsync(Settlement settlement, List<string> guardians, List<byte[]> signatures)
        {
            var submitSettlementFunction = new SubmitSettlementFunction();
                submitSettlementFunction.Settlement = settlement;
                submitSettlementFunction.Guardians = guardians;
                submitSettlementFunction.Signatures = signatures;
            
             return ContractHandler.SendRequestAsync(submitSettlementFunction);
        }

        public Task<TransactionReceipt> SubmitSettlementRequestAndWaitForReceiptAsync(Settlement settlement, List<string> guardians, List<byte[]> signatures, CancellationTokenSource cancellationToken = null)
        {
            var submitSettlementFunction = new SubmitSettlementFunction();
                submitSettlementFunction.Settlement = settlement;
                submitSettlementFunction.Guardians = guardians;
                submitSettlementFunction.Signatures = signatures;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(submitSettlementFunction, cancellationToken);
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

        public Task<string> WorkQueryAsync(WorkFunction workFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<WorkFunction, string>(workFunction, blockParameter);
        }

        
        public Task<string> WorkQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<WorkFunction, string>(null, blockParameter);
        }

        public override List<Type> GetAllFunctionTypes()
        {
            return new List<Type>
            {
                typeof(MaxCancellationsFunction),
                typeof(UpgradeInterfaceVersionFunction),
                typeof(AuthorityFunction),
                typeof(CancelSettlementFunction),
                typeof(CancellationsLeftFunction),
                typeof(ClaimFunction),
                typeof(ClaimedByFunction),
                typeof(CollectSlashedFunction),
                typeof(ConfigFunction),
                typeof(ContributedFunction),
                typeof(CreditFunction),
                typeof(CreditTermsFunction),
                typeof(Eip712DomainFunction),
                typeof(EndowFunction),
                typeof(ExecuteFunction),
                typeof(FundFunction),
                typeof(InitializeFunction),
                typeof(IsClosedFunction),
                typeof(IsConsumingScheduledOpFunction),
                typeof(LastFinalFunction),
                typeof(NextEpochFunction),
                typeof(PendingFunction),
                typeof(ProveEquivocationFunction),
                typeof(ProxiableUUIDFunction),
                typeof(SetAuthorityFunction),
                typeof(SettlementDigestFunction),
                typeof(StakingFunction),
                typeof(SubmitSettlementFunction),
                typeof(SyncParametersFunction),
                typeof(TokenFunction),
                typeof(UpgradeToAndCallFunction),
                typeof(WorkFunction)
            };
        }

        public override List<Type> GetAllEventTypes()
        {
            return new List<Type>
            {
                typeof(AuthorityUpdatedEventDTO),
                typeof(EIP712DomainChangedEventDTO),
                typeof(EarningsClaimedEventDTO),
                typeof(EndowedEventDTO),
                typeof(EquivocationProvenEventDTO),
                typeof(FundedEventDTO),
                typeof(InitializedEventDTO),
                typeof(ParametersSyncedEventDTO),
                typeof(SettlementCancelledEventDTO),
                typeof(SettlementExecutedEventDTO),
                typeof(SettlementSubmittedEventDTO),
                typeof(UpgradedEventDTO)
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
                typeof(AlreadyEndowedError),
                typeof(AlreadyProvenError),
                typeof(ChargesExceedCreditError),
                typeof(ChargesExceedWorkError),
                typeof(ERC1967InvalidImplementationError),
                typeof(ERC1967NonPayableError),
                typeof(EarningsExceedBudgetError),
                typeof(EpochSpentError),
                typeof(FailedCallError),
                typeof(GuardianWithoutWeightError),
                typeof(GuardiansNotAscendingError),
                typeof(InvalidConfigError),
                typeof(InvalidEarningsError),
                typeof(InvalidInitializationError),
                typeof(InvalidSignatureError),
                typeof(LengthMismatchError),
                typeof(NoEquivocationError),
                typeof(NoFinalSettlementError),
                typeof(NotEndowedError),
                typeof(NotInitializingError),
                typeof(NotSignedByError),
                typeof(NothingPendingError),
                typeof(NothingToClaimError),
                typeof(NothingToExecuteError),
                typeof(OutsideWindowError),
                typeof(QuorumNotReachedError),
                typeof(ReentrancyGuardReentrantCallError),
                typeof(SafeCastOverflowedUintDowncastError),
                typeof(SafeERC20FailedOperationError),
                typeof(SettlementPendingError),
                typeof(TooFewSignersError),
                typeof(TooLittleGuardianStakeError),
                typeof(TooManyCancellationsError),
                typeof(UUPSUnauthorizedCallContextError),
                typeof(UUPSUnsupportedProxiableUUIDError),
                typeof(WrongPreviousError),
                typeof(ZeroAddressError),
                typeof(ZeroAmountError)
            };
        }
    }
}
