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
using Sending.Chain.Contracts.NodeStaking.ContractDefinition;

namespace Sending.Chain.Contracts.NodeStaking
{
    public partial class NodeStakingService: ContractWeb3ServiceBase
    {
        public static Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(Nethereum.Web3.IWeb3 web3, NodeStakingDeployment nodeStakingDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            return web3.Eth.GetContractDeploymentHandler<NodeStakingDeployment>().SendRequestAndWaitForReceiptAsync(nodeStakingDeployment, cancellationTokenSource);
        }

        public static Task<string> DeployContractAsync(Nethereum.Web3.IWeb3 web3, NodeStakingDeployment nodeStakingDeployment)
        {
            return web3.Eth.GetContractDeploymentHandler<NodeStakingDeployment>().SendRequestAsync(nodeStakingDeployment);
        }

        public static async Task<NodeStakingService> DeployContractAndGetServiceAsync(Nethereum.Web3.IWeb3 web3, NodeStakingDeployment nodeStakingDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            var receipt = await DeployContractAndWaitForReceiptAsync(web3, nodeStakingDeployment, cancellationTokenSource);
            return new NodeStakingService(web3, receipt.ContractAddress);
        }

        public NodeStakingService(Nethereum.Web3.IWeb3 web3, string contractAddress) : base(web3, contractAddress)
        {
        }

        public Task<string> ClockModeQueryAsync(ClockModeFunction clockModeFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ClockModeFunction, string>(clockModeFunction, blockParameter);
        }

        
        public Task<string> ClockModeQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ClockModeFunction, string>(null, blockParameter);
        }

        public Task<BigInteger> MaxEndpointLengthQueryAsync(MaxEndpointLengthFunction maxEndpointLengthFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MaxEndpointLengthFunction, BigInteger>(maxEndpointLengthFunction, blockParameter);
        }

        
        public Task<BigInteger> MaxEndpointLengthQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MaxEndpointLengthFunction, BigInteger>(null, blockParameter);
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

        public Task<string> CancelUnstakeRequestAsync(CancelUnstakeFunction cancelUnstakeFunction)
        {
             return ContractHandler.SendRequestAsync(cancelUnstakeFunction);
        }

        public Task<TransactionReceipt> CancelUnstakeRequestAndWaitForReceiptAsync(CancelUnstakeFunction cancelUnstakeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(cancelUnstakeFunction, cancellationToken);
        }

        public Task<string> CancelUnstakeRequestAsync(string node, BigInteger requestId)
        {
            var cancelUnstakeFunction = new CancelUnstakeFunction();
                cancelUnstakeFunction.Node = node;
                cancelUnstakeFunction.RequestId = requestId;
            
             return ContractHandler.SendRequestAsync(cancelUnstakeFunction);
        }

        public Task<TransactionReceipt> CancelUnstakeRequestAndWaitForReceiptAsync(string node, BigInteger requestId, CancellationTokenSource cancellationToken = null)
        {
            var cancelUnstakeFunction = new CancelUnstakeFunction();
                cancelUnstakeFunction.Node = node;
                cancelUnstakeFunction.RequestId = requestId;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(cancelUnstakeFunction, cancellationToken);
        }

        public Task<string> ClaimRewardsRequestAsync(ClaimRewardsFunction claimRewardsFunction)
        {
             return ContractHandler.SendRequestAsync(claimRewardsFunction);
        }

        public Task<TransactionReceipt> ClaimRewardsRequestAndWaitForReceiptAsync(ClaimRewardsFunction claimRewardsFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(claimRewardsFunction, cancellationToken);
        }

        public Task<string> ClaimRewardsRequestAsync(string node)
        {
            var claimRewardsFunction = new ClaimRewardsFunction();
                claimRewardsFunction.Node = node;
            
             return ContractHandler.SendRequestAsync(claimRewardsFunction);
        }

        public Task<TransactionReceipt> ClaimRewardsRequestAndWaitForReceiptAsync(string node, CancellationTokenSource cancellationToken = null)
        {
            var claimRewardsFunction = new ClaimRewardsFunction();
                claimRewardsFunction.Node = node;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(claimRewardsFunction, cancellationToken);
        }

        public Task<BigInteger> ClaimableRewardsQueryAsync(ClaimableRewardsFunction claimableRewardsFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ClaimableRewardsFunction, BigInteger>(claimableRewardsFunction, blockParameter);
        }

        
        public Task<BigInteger> ClaimableRewardsQueryAsync(string node, string account, BlockParameter blockParameter = null)
        {
            var claimableRewardsFunction = new ClaimableRewardsFunction();
                claimableRewardsFunction.Node = node;
                claimableRewardsFunction.Account = account;
            
            return ContractHandler.QueryAsync<ClaimableRewardsFunction, BigInteger>(claimableRewardsFunction, blockParameter);
        }

        public Task<ulong> ClockQueryAsync(ClockFunction clockFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ClockFunction, ulong>(clockFunction, blockParameter);
        }

        
        public Task<ulong> ClockQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ClockFunction, ulong>(null, blockParameter);
        }

        public Task<string> ConfigQueryAsync(ConfigFunction configFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ConfigFunction, string>(configFunction, blockParameter);
        }

        
        public Task<string> ConfigQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ConfigFunction, string>(null, blockParameter);
        }

        public Task<ControlledNodeOutputDTO> ControlledNodeQueryAsync(ControlledNodeFunction controlledNodeFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<ControlledNodeFunction, ControlledNodeOutputDTO>(controlledNodeFunction, blockParameter);
        }

        public Task<ControlledNodeOutputDTO> ControlledNodeQueryAsync(string key, BlockParameter blockParameter = null)
        {
            var controlledNodeFunction = new ControlledNodeFunction();
                controlledNodeFunction.Key = key;
            
            return ContractHandler.QueryDeserializingToObjectAsync<ControlledNodeFunction, ControlledNodeOutputDTO>(controlledNodeFunction, blockParameter);
        }

        public Task<string> DelegatesQueryAsync(DelegatesFunction delegatesFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<DelegatesFunction, string>(delegatesFunction, blockParameter);
        }

        
        public Task<string> DelegatesQueryAsync(string account, BlockParameter blockParameter = null)
        {
            var delegatesFunction = new DelegatesFunction();
                delegatesFunction.Account = account;
            
            return ContractHandler.QueryAsync<DelegatesFunction, string>(delegatesFunction, blockParameter);
        }

        public Task<string> DepositRewardsRequestAsync(DepositRewardsFunction depositRewardsFunction)
        {
             return ContractHandler.SendRequestAsync(depositRewardsFunction);
        }

        public Task<TransactionReceipt> DepositRewardsRequestAndWaitForReceiptAsync(DepositRewardsFunction depositRewardsFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(depositRewardsFunction, cancellationToken);
        }

        public Task<string> DepositRewardsRequestAsync(BigInteger amount)
        {
            var depositRewardsFunction = new DepositRewardsFunction();
                depositRewardsFunction.Amount = amount;
            
             return ContractHandler.SendRequestAsync(depositRewardsFunction);
        }

        public Task<TransactionReceipt> DepositRewardsRequestAndWaitForReceiptAsync(BigInteger amount, CancellationTokenSource cancellationToken = null)
        {
            var depositRewardsFunction = new DepositRewardsFunction();
                depositRewardsFunction.Amount = amount;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(depositRewardsFunction, cancellationToken);
        }

        public Task<string> DistributeRequestAsync(DistributeFunction distributeFunction)
        {
             return ContractHandler.SendRequestAsync(distributeFunction);
        }

        public Task<TransactionReceipt> DistributeRequestAndWaitForReceiptAsync(DistributeFunction distributeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(distributeFunction, cancellationToken);
        }

        public Task<string> DistributeRequestAsync(string node, BigInteger amount)
        {
            var distributeFunction = new DistributeFunction();
                distributeFunction.Node = node;
                distributeFunction.Amount = amount;
            
             return ContractHandler.SendRequestAsync(distributeFunction);
        }

        public Task<TransactionReceipt> DistributeRequestAndWaitForReceiptAsync(string node, BigInteger amount, CancellationTokenSource cancellationToken = null)
        {
            var distributeFunction = new DistributeFunction();
                distributeFunction.Node = node;
                distributeFunction.Amount = amount;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(distributeFunction, cancellationToken);
        }

        public Task<Eip712DomainOutputDTO> Eip712DomainQueryAsync(Eip712DomainFunction eip712DomainFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<Eip712DomainFunction, Eip712DomainOutputDTO>(eip712DomainFunction, blockParameter);
        }

        public Task<Eip712DomainOutputDTO> Eip712DomainQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<Eip712DomainFunction, Eip712DomainOutputDTO>(null, blockParameter);
        }

        public Task<BigInteger> EntriesPausedUntilQueryAsync(EntriesPausedUntilFunction entriesPausedUntilFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<EntriesPausedUntilFunction, BigInteger>(entriesPausedUntilFunction, blockParameter);
        }

        
        public Task<BigInteger> EntriesPausedUntilQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<EntriesPausedUntilFunction, BigInteger>(null, blockParameter);
        }

        public Task<BigInteger> FundOwedQueryAsync(FundOwedFunction fundOwedFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<FundOwedFunction, BigInteger>(fundOwedFunction, blockParameter);
        }

        
        public Task<BigInteger> FundOwedQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<FundOwedFunction, BigInteger>(null, blockParameter);
        }

        public Task<BigInteger> GetPastTotalSupplyQueryAsync(GetPastTotalSupplyFunction getPastTotalSupplyFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GetPastTotalSupplyFunction, BigInteger>(getPastTotalSupplyFunction, blockParameter);
        }

        
        public Task<BigInteger> GetPastTotalSupplyQueryAsync(BigInteger timepoint, BlockParameter blockParameter = null)
        {
            var getPastTotalSupplyFunction = new GetPastTotalSupplyFunction();
                getPastTotalSupplyFunction.Timepoint = timepoint;
            
            return ContractHandler.QueryAsync<GetPastTotalSupplyFunction, BigInteger>(getPastTotalSupplyFunction, blockParameter);
        }

        public Task<BigInteger> GetPastVotesQueryAsync(GetPastVotesFunction getPastVotesFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GetPastVotesFunction, BigInteger>(getPastVotesFunction, blockParameter);
        }

        
        public Task<BigInteger> GetPastVotesQueryAsync(string account, BigInteger timepoint, BlockParameter blockParameter = null)
        {
            var getPastVotesFunction = new GetPastVotesFunction();
                getPastVotesFunction.Account = account;
                getPastVotesFunction.Timepoint = timepoint;
            
            return ContractHandler.QueryAsync<GetPastVotesFunction, BigInteger>(getPastVotesFunction, blockParameter);
        }

        public Task<BigInteger> GetVotesQueryAsync(GetVotesFunction getVotesFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GetVotesFunction, BigInteger>(getVotesFunction, blockParameter);
        }

        
        public Task<BigInteger> GetVotesQueryAsync(string account, BlockParameter blockParameter = null)
        {
            var getVotesFunction = new GetVotesFunction();
                getVotesFunction.Account = account;
            
            return ContractHandler.QueryAsync<GetVotesFunction, BigInteger>(getVotesFunction, blockParameter);
        }

        public Task<GuardiansAtOutputDTO> GuardiansAtQueryAsync(GuardiansAtFunction guardiansAtFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<GuardiansAtFunction, GuardiansAtOutputDTO>(guardiansAtFunction, blockParameter);
        }

        public Task<GuardiansAtOutputDTO> GuardiansAtQueryAsync(List<string> guardians, BigInteger timepoint, BlockParameter blockParameter = null)
        {
            var guardiansAtFunction = new GuardiansAtFunction();
                guardiansAtFunction.Guardians = guardians;
                guardiansAtFunction.Timepoint = timepoint;
            
            return ContractHandler.QueryDeserializingToObjectAsync<GuardiansAtFunction, GuardiansAtOutputDTO>(guardiansAtFunction, blockParameter);
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

        public Task<bool> IsActiveQueryAsync(IsActiveFunction isActiveFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<IsActiveFunction, bool>(isActiveFunction, blockParameter);
        }

        
        public Task<bool> IsActiveQueryAsync(string node, BlockParameter blockParameter = null)
        {
            var isActiveFunction = new IsActiveFunction();
                isActiveFunction.Node = node;
            
            return ContractHandler.QueryAsync<IsActiveFunction, bool>(isActiveFunction, blockParameter);
        }

        public Task<byte[]> IsConsumingScheduledOpQueryAsync(IsConsumingScheduledOpFunction isConsumingScheduledOpFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<IsConsumingScheduledOpFunction, byte[]>(isConsumingScheduledOpFunction, blockParameter);
        }

        
        public Task<byte[]> IsConsumingScheduledOpQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<IsConsumingScheduledOpFunction, byte[]>(null, blockParameter);
        }

        public Task<BigInteger> NodeCountQueryAsync(NodeCountFunction nodeCountFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<NodeCountFunction, BigInteger>(nodeCountFunction, blockParameter);
        }

        
        public Task<BigInteger> NodeCountQueryAsync(byte role, BlockParameter blockParameter = null)
        {
            var nodeCountFunction = new NodeCountFunction();
                nodeCountFunction.Role = role;
            
            return ContractHandler.QueryAsync<NodeCountFunction, BigInteger>(nodeCountFunction, blockParameter);
        }

        public Task<NodeInfoOutputDTO> NodeInfoQueryAsync(NodeInfoFunction nodeInfoFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<NodeInfoFunction, NodeInfoOutputDTO>(nodeInfoFunction, blockParameter);
        }

        public Task<NodeInfoOutputDTO> NodeInfoQueryAsync(string node, BlockParameter blockParameter = null)
        {
            var nodeInfoFunction = new NodeInfoFunction();
                nodeInfoFunction.Node = node;
            
            return ContractHandler.QueryDeserializingToObjectAsync<NodeInfoFunction, NodeInfoOutputDTO>(nodeInfoFunction, blockParameter);
        }

        public Task<string> NodeOfQueryAsync(NodeOfFunction nodeOfFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<NodeOfFunction, string>(nodeOfFunction, blockParameter);
        }

        
        public Task<string> NodeOfQueryAsync(string @operator, BlockParameter blockParameter = null)
        {
            var nodeOfFunction = new NodeOfFunction();
                nodeOfFunction.Operator = @operator;
            
            return ContractHandler.QueryAsync<NodeOfFunction, string>(nodeOfFunction, blockParameter);
        }

        public Task<byte[]> OperatorConsentDigestQueryAsync(OperatorConsentDigestFunction operatorConsentDigestFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<OperatorConsentDigestFunction, byte[]>(operatorConsentDigestFunction, blockParameter);
        }

        
        public Task<byte[]> OperatorConsentDigestQueryAsync(string owner, string @operator, BlockParameter blockParameter = null)
        {
            var operatorConsentDigestFunction = new OperatorConsentDigestFunction();
                operatorConsentDigestFunction.Owner = owner;
                operatorConsentDigestFunction.Operator = @operator;
            
            return ContractHandler.QueryAsync<OperatorConsentDigestFunction, byte[]>(operatorConsentDigestFunction, blockParameter);
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

        public Task<string> PayFundOwedRequestAsync(PayFundOwedFunction payFundOwedFunction)
        {
             return ContractHandler.SendRequestAsync(payFundOwedFunction);
        }

        public Task<string> PayFundOwedRequestAsync()
        {
             return ContractHandler.SendRequestAsync<PayFundOwedFunction>();
        }

        public Task<TransactionReceipt> PayFundOwedRequestAndWaitForReceiptAsync(PayFundOwedFunction payFundOwedFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(payFundOwedFunction, cancellationToken);
        }

        public Task<TransactionReceipt> PayFundOwedRequestAndWaitForReceiptAsync(CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync<PayFundOwedFunction>(null, cancellationToken);
        }

        public Task<PositionInfoOutputDTO> PositionInfoQueryAsync(PositionInfoFunction positionInfoFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<PositionInfoFunction, PositionInfoOutputDTO>(positionInfoFunction, blockParameter);
        }

        public Task<PositionInfoOutputDTO> PositionInfoQueryAsync(string node, string account, BlockParameter blockParameter = null)
        {
            var positionInfoFunction = new PositionInfoFunction();
                positionInfoFunction.Node = node;
                positionInfoFunction.Account = account;
            
            return ContractHandler.QueryDeserializingToObjectAsync<PositionInfoFunction, PositionInfoOutputDTO>(positionInfoFunction, blockParameter);
        }

        public Task<BigInteger> PreviousWeightOfQueryAsync(PreviousWeightOfFunction previousWeightOfFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<PreviousWeightOfFunction, BigInteger>(previousWeightOfFunction, blockParameter);
        }

        
        public Task<BigInteger> PreviousWeightOfQueryAsync(string node, BlockParameter blockParameter = null)
        {
            var previousWeightOfFunction = new PreviousWeightOfFunction();
                previousWeightOfFunction.Node = node;
            
            return ContractHandler.QueryAsync<PreviousWeightOfFunction, BigInteger>(previousWeightOfFunction, blockParameter);
        }

        public Task<byte[]> ProxiableUUIDQueryAsync(ProxiableUUIDFunction proxiableUUIDFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ProxiableUUIDFunction, byte[]>(proxiableUUIDFunction, blockParameter);
        }

        
        public Task<byte[]> ProxiableUUIDQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ProxiableUUIDFunction, byte[]>(null, blockParameter);
        }

        public Task<string> RecordRevealRequestAsync(RecordRevealFunction recordRevealFunction)
        {
             return ContractHandler.SendRequestAsync(recordRevealFunction);
        }

        public Task<TransactionReceipt> RecordRevealRequestAndWaitForReceiptAsync(RecordRevealFunction recordRevealFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(recordRevealFunction, cancellationToken);
        }

        public Task<string> RecordRevealRequestAsync(string node, BigInteger epoch)
        {
            var recordRevealFunction = new RecordRevealFunction();
                recordRevealFunction.Node = node;
                recordRevealFunction.Epoch = epoch;
            
             return ContractHandler.SendRequestAsync(recordRevealFunction);
        }

        public Task<TransactionReceipt> RecordRevealRequestAndWaitForReceiptAsync(string node, BigInteger epoch, CancellationTokenSource cancellationToken = null)
        {
            var recordRevealFunction = new RecordRevealFunction();
                recordRevealFunction.Node = node;
                recordRevealFunction.Epoch = epoch;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(recordRevealFunction, cancellationToken);
        }

        public Task<string> RegisterAndStakeRequestAsync(RegisterAndStakeFunction registerAndStakeFunction)
        {
             return ContractHandler.SendRequestAsync(registerAndStakeFunction);
        }

        public Task<TransactionReceipt> RegisterAndStakeRequestAndWaitForReceiptAsync(RegisterAndStakeFunction registerAndStakeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(registerAndStakeFunction, cancellationToken);
        }

        public Task<string> RegisterAndStakeRequestAsync(Registration registration, BigInteger amount)
        {
            var registerAndStakeFunction = new RegisterAndStakeFunction();
                registerAndStakeFunction.Registration = registration;
                registerAndStakeFunction.Amount = amount;
            
             return ContractHandler.SendRequestAsync(registerAndStakeFunction);
        }

        public Task<TransactionReceipt> RegisterAndStakeRequestAndWaitForReceiptAsync(Registration registration, BigInteger amount, CancellationTokenSource cancellationToken = null)
        {
            var registerAndStakeFunction = new RegisterAndStakeFunction();
                registerAndStakeFunction.Registration = registration;
                registerAndStakeFunction.Amount = amount;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(registerAndStakeFunction, cancellationToken);
        }

        public Task<string> RegisterAndStakeWithPermitRequestAsync(RegisterAndStakeWithPermitFunction registerAndStakeWithPermitFunction)
        {
             return ContractHandler.SendRequestAsync(registerAndStakeWithPermitFunction);
        }

        public Task<TransactionReceipt> RegisterAndStakeWithPermitRequestAndWaitForReceiptAsync(RegisterAndStakeWithPermitFunction registerAndStakeWithPermitFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(registerAndStakeWithPermitFunction, cancellationToken);
        }

        public Task<string> RegisterAndStakeWithPermitRequestAsync(Registration registration, BigInteger amount, PermitSignature permit)
        {
            var registerAndStakeWithPermitFunction = new RegisterAndStakeWithPermitFunction();
                registerAndStakeWithPermitFunction.Registration = registration;
                registerAndStakeWithPermitFunction.Amount = amount;
                registerAndStakeWithPermitFunction.Permit = permit;
            
             return ContractHandler.SendRequestAsync(registerAndStakeWithPermitFunction);
        }

        public Task<TransactionReceipt> RegisterAndStakeWithPermitRequestAndWaitForReceiptAsync(Registration registration, BigInteger amount, PermitSignature permit, CancellationTokenSource cancellationToken = null)
        {
            var registerAndStakeWithPermitFunction = new RegisterAndStakeWithPermitFunction();
                registerAndStakeWithPermitFunction.Registration = registration;
                registerAndStakeWithPermitFunction.Amount = amount;
                registerAndStakeWithPermitFunction.Permit = permit;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(registerAndStakeWithPermitFunction, cancellationToken);
        }

        public Task<string> RequestUnstakeRequestAsync(RequestUnstakeFunction requestUnstakeFunction)
        {
             return ContractHandler.SendRequestAsync(requestUnstakeFunction);
        }

        public Task<TransactionReceipt> RequestUnstakeRequestAndWaitForReceiptAsync(RequestUnstakeFunction requestUnstakeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(requestUnstakeFunction, cancellationToken);
        }

        public Task<string> RequestUnstakeRequestAsync(string node, BigInteger amount)
        {
            var requestUnstakeFunction = new RequestUnstakeFunction();
                requestUnstakeFunction.Node = node;
                requestUnstakeFunction.Amount = amount;
            
             return ContractHandler.SendRequestAsync(requestUnstakeFunction);
        }

        public Task<TransactionReceipt> RequestUnstakeRequestAndWaitForReceiptAsync(string node, BigInteger amount, CancellationTokenSource cancellationToken = null)
        {
            var requestUnstakeFunction = new RequestUnstakeFunction();
                requestUnstakeFunction.Node = node;
                requestUnstakeFunction.Amount = amount;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(requestUnstakeFunction, cancellationToken);
        }

        public Task<string> RestakeRewardsRequestAsync(RestakeRewardsFunction restakeRewardsFunction)
        {
             return ContractHandler.SendRequestAsync(restakeRewardsFunction);
        }

        public Task<TransactionReceipt> RestakeRewardsRequestAndWaitForReceiptAsync(RestakeRewardsFunction restakeRewardsFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(restakeRewardsFunction, cancellationToken);
        }

        public Task<string> RestakeRewardsRequestAsync(string node)
        {
            var restakeRewardsFunction = new RestakeRewardsFunction();
                restakeRewardsFunction.Node = node;
            
             return ContractHandler.SendRequestAsync(restakeRewardsFunction);
        }

        public Task<TransactionReceipt> RestakeRewardsRequestAndWaitForReceiptAsync(string node, CancellationTokenSource cancellationToken = null)
        {
            var restakeRewardsFunction = new RestakeRewardsFunction();
                restakeRewardsFunction.Node = node;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(restakeRewardsFunction, cancellationToken);
        }

        public Task<string> ResumeRequestAsync(ResumeFunction resumeFunction)
        {
             return ContractHandler.SendRequestAsync(resumeFunction);
        }

        public Task<TransactionReceipt> ResumeRequestAndWaitForReceiptAsync(ResumeFunction resumeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(resumeFunction, cancellationToken);
        }

        public Task<string> ResumeRequestAsync(string node)
        {
            var resumeFunction = new ResumeFunction();
                resumeFunction.Node = node;
            
             return ContractHandler.SendRequestAsync(resumeFunction);
        }

        public Task<TransactionReceipt> ResumeRequestAndWaitForReceiptAsync(string node, CancellationTokenSource cancellationToken = null)
        {
            var resumeFunction = new ResumeFunction();
                resumeFunction.Node = node;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(resumeFunction, cancellationToken);
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

        public Task<string> SetCommissionRequestAsync(SetCommissionFunction setCommissionFunction)
        {
             return ContractHandler.SendRequestAsync(setCommissionFunction);
        }

        public Task<TransactionReceipt> SetCommissionRequestAndWaitForReceiptAsync(SetCommissionFunction setCommissionFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setCommissionFunction, cancellationToken);
        }

        public Task<string> SetCommissionRequestAsync(BigInteger commission)
        {
            var setCommissionFunction = new SetCommissionFunction();
                setCommissionFunction.Commission = commission;
            
             return ContractHandler.SendRequestAsync(setCommissionFunction);
        }

        public Task<TransactionReceipt> SetCommissionRequestAndWaitForReceiptAsync(BigInteger commission, CancellationTokenSource cancellationToken = null)
        {
            var setCommissionFunction = new SetCommissionFunction();
                setCommissionFunction.Commission = commission;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setCommissionFunction, cancellationToken);
        }

        public Task<string> SetEndpointRequestAsync(SetEndpointFunction setEndpointFunction)
        {
             return ContractHandler.SendRequestAsync(setEndpointFunction);
        }

        public Task<TransactionReceipt> SetEndpointRequestAndWaitForReceiptAsync(SetEndpointFunction setEndpointFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setEndpointFunction, cancellationToken);
        }

        public Task<string> SetEndpointRequestAsync(string endpoint)
        {
            var setEndpointFunction = new SetEndpointFunction();
                setEndpointFunction.Endpoint = endpoint;
            
             return ContractHandler.SendRequestAsync(setEndpointFunction);
        }

        public Task<TransactionReceipt> SetEndpointRequestAndWaitForReceiptAsync(string endpoint, CancellationTokenSource cancellationToken = null)
        {
            var setEndpointFunction = new SetEndpointFunction();
                setEndpointFunction.Endpoint = endpoint;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setEndpointFunction, cancellationToken);
        }

        public Task<string> SetOperatorRequestAsync(SetOperatorFunction setOperatorFunction)
        {
             return ContractHandler.SendRequestAsync(setOperatorFunction);
        }

        public Task<TransactionReceipt> SetOperatorRequestAndWaitForReceiptAsync(SetOperatorFunction setOperatorFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setOperatorFunction, cancellationToken);
        }

        public Task<string> SetOperatorRequestAsync(string @operator, byte[] operatorConsent)
        {
            var setOperatorFunction = new SetOperatorFunction();
                setOperatorFunction.Operator = @operator;
                setOperatorFunction.OperatorConsent = operatorConsent;
            
             return ContractHandler.SendRequestAsync(setOperatorFunction);
        }

        public Task<TransactionReceipt> SetOperatorRequestAndWaitForReceiptAsync(string @operator, byte[] operatorConsent, CancellationTokenSource cancellationToken = null)
        {
            var setOperatorFunction = new SetOperatorFunction();
                setOperatorFunction.Operator = @operator;
                setOperatorFunction.OperatorConsent = operatorConsent;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setOperatorFunction, cancellationToken);
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

        public Task<string> SetWorkProofsRequestAsync(SetWorkProofsFunction setWorkProofsFunction)
        {
             return ContractHandler.SendRequestAsync(setWorkProofsFunction);
        }

        public Task<TransactionReceipt> SetWorkProofsRequestAndWaitForReceiptAsync(SetWorkProofsFunction setWorkProofsFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setWorkProofsFunction, cancellationToken);
        }

        public Task<string> SetWorkProofsRequestAsync(string workproofs)
        {
            var setWorkProofsFunction = new SetWorkProofsFunction();
                setWorkProofsFunction.Workproofs = workproofs;
            
             return ContractHandler.SendRequestAsync(setWorkProofsFunction);
        }

        public Task<TransactionReceipt> SetWorkProofsRequestAndWaitForReceiptAsync(string workproofs, CancellationTokenSource cancellationToken = null)
        {
            var setWorkProofsFunction = new SetWorkProofsFunction();
                setWorkProofsFunction.Workproofs = workproofs;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setWorkProofsFunction, cancellationToken);
        }

        public Task<string> SlashRequestAsync(SlashFunction slashFunction)
        {
             return ContractHandler.SendRequestAsync(slashFunction);
        }

        public Task<TransactionReceipt> SlashRequestAndWaitForReceiptAsync(SlashFunction slashFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(slashFunction, cancellationToken);
        }

        public Task<string> SlashRequestAsync(string node, BigInteger bps, string reporter)
        {
            var slashFunction = new SlashFunction();
                slashFunction.Node = node;
                slashFunction.Bps = bps;
                slashFunction.Reporter = reporter;
            
             return ContractHandler.SendRequestAsync(slashFunction);
        }

        public Task<TransactionReceipt> SlashRequestAndWaitForReceiptAsync(string node, BigInteger bps, string reporter, CancellationTokenSource cancellationToken = null)
        {
            var slashFunction = new SlashFunction();
                slashFunction.Node = node;
                slashFunction.Bps = bps;
                slashFunction.Reporter = reporter;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(slashFunction, cancellationToken);
        }

        public Task<string> StakeRequestAsync(StakeFunction stakeFunction)
        {
             return ContractHandler.SendRequestAsync(stakeFunction);
        }

        public Task<TransactionReceipt> StakeRequestAndWaitForReceiptAsync(StakeFunction stakeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(stakeFunction, cancellationToken);
        }

        public Task<string> StakeRequestAsync(string node, BigInteger amount)
        {
            var stakeFunction = new StakeFunction();
                stakeFunction.Node = node;
                stakeFunction.Amount = amount;
            
             return ContractHandler.SendRequestAsync(stakeFunction);
        }

        public Task<TransactionReceipt> StakeRequestAndWaitForReceiptAsync(string node, BigInteger amount, CancellationTokenSource cancellationToken = null)
        {
            var stakeFunction = new StakeFunction();
                stakeFunction.Node = node;
                stakeFunction.Amount = amount;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(stakeFunction, cancellationToken);
        }

        public Task<string> StakeWithPermitRequestAsync(StakeWithPermitFunction stakeWithPermitFunction)
        {
             return ContractHandler.SendRequestAsync(stakeWithPermitFunction);
        }

        public Task<TransactionReceipt> StakeWithPermitRequestAndWaitForReceiptAsync(StakeWithPermitFunction stakeWithPermitFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(stakeWithPermitFunction, cancellationToken);
        }

        public Task<string> StakeWithPermitRequestAsync(string node, BigInteger amount, PermitSignature permit)
        {
            var stakeWithPermitFunction = new StakeWithPermitFunction();
                stakeWithPermitFunction.Node = node;
                stakeWithPermitFunction.Amount = amount;
                stakeWithPermitFunction.Permit = permit;
            
             return ContractHandler.SendRequestAsync(stakeWithPermitFunction);
        }

        public Task<TransactionReceipt> StakeWithPermitRequestAndWaitForReceiptAsync(string node, BigInteger amount, PermitSignature permit, CancellationTokenSource cancellationToken = null)
        {
            var stakeWithPermitFunction = new StakeWithPermitFunction();
                stakeWithPermitFunction.Node = node;
                stakeWithPermitFunction.Amount = amount;
                stakeWithPermitFunction.Permit = permit;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(stakeWithPermitFunction, cancellationToken);
        }

        public Task<string> SuspendRequestAsync(SuspendFunction suspendFunction)
        {
             return ContractHandler.SendRequestAsync(suspendFunction);
        }

        public Task<TransactionReceipt> SuspendRequestAndWaitForReceiptAsync(SuspendFunction suspendFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(suspendFunction, cancellationToken);
        }

        public Task<string> SuspendRequestAsync(string node)
        {
            var suspendFunction = new SuspendFunction();
                suspendFunction.Node = node;
            
             return ContractHandler.SendRequestAsync(suspendFunction);
        }

        public Task<TransactionReceipt> SuspendRequestAndWaitForReceiptAsync(string node, CancellationTokenSource cancellationToken = null)
        {
            var suspendFunction = new SuspendFunction();
                suspendFunction.Node = node;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(suspendFunction, cancellationToken);
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

        public Task<BigInteger> UndistributedRewardsQueryAsync(UndistributedRewardsFunction undistributedRewardsFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<UndistributedRewardsFunction, BigInteger>(undistributedRewardsFunction, blockParameter);
        }

        
        public Task<BigInteger> UndistributedRewardsQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<UndistributedRewardsFunction, BigInteger>(null, blockParameter);
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

        public Task<UnstakeRequestOutputDTO> UnstakeRequestQueryAsync(UnstakeRequestFunction unstakeRequestFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<UnstakeRequestFunction, UnstakeRequestOutputDTO>(unstakeRequestFunction, blockParameter);
        }

        public Task<UnstakeRequestOutputDTO> UnstakeRequestQueryAsync(string node, string account, BigInteger requestId, BlockParameter blockParameter = null)
        {
            var unstakeRequestFunction = new UnstakeRequestFunction();
                unstakeRequestFunction.Node = node;
                unstakeRequestFunction.Account = account;
                unstakeRequestFunction.RequestId = requestId;
            
            return ContractHandler.QueryDeserializingToObjectAsync<UnstakeRequestFunction, UnstakeRequestOutputDTO>(unstakeRequestFunction, blockParameter);
        }

        public Task<string> UpdateWeightRequestAsync(UpdateWeightFunction updateWeightFunction)
        {
             return ContractHandler.SendRequestAsync(updateWeightFunction);
        }

        public Task<TransactionReceipt> UpdateWeightRequestAndWaitForReceiptAsync(UpdateWeightFunction updateWeightFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(updateWeightFunction, cancellationToken);
        }

        public Task<string> UpdateWeightRequestAsync(string node)
        {
            var updateWeightFunction = new UpdateWeightFunction();
                updateWeightFunction.Node = node;
            
             return ContractHandler.SendRequestAsync(updateWeightFunction);
        }

        public Task<TransactionReceipt> UpdateWeightRequestAndWaitForReceiptAsync(string node, CancellationTokenSource cancellationToken = null)
        {
            var updateWeightFunction = new UpdateWeightFunction();
                updateWeightFunction.Node = node;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(updateWeightFunction, cancellationToken);
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

        public Task<BigInteger> WeightOfQueryAsync(WeightOfFunction weightOfFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<WeightOfFunction, BigInteger>(weightOfFunction, blockParameter);
        }

        
        public Task<BigInteger> WeightOfQueryAsync(string node, BlockParameter blockParameter = null)
        {
            var weightOfFunction = new WeightOfFunction();
                weightOfFunction.Node = node;
            
            return ContractHandler.QueryAsync<WeightOfFunction, BigInteger>(weightOfFunction, blockParameter);
        }

        public Task<string> WithdrawRequestAsync(WithdrawFunction withdrawFunction)
        {
             return ContractHandler.SendRequestAsync(withdrawFunction);
        }

        public Task<TransactionReceipt> WithdrawRequestAndWaitForReceiptAsync(WithdrawFunction withdrawFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(withdrawFunction, cancellationToken);
        }

        public Task<string> WithdrawRequestAsync(string node, List<BigInteger> requestIds)
        {
            var withdrawFunction = new WithdrawFunction();
                withdrawFunction.Node = node;
                withdrawFunction.RequestIds = requestIds;
            
             return ContractHandler.SendRequestAsync(withdrawFunction);
        }

        public Task<TransactionReceipt> WithdrawRequestAndWaitForReceiptAsync(string node, List<BigInteger> requestIds, CancellationTokenSource cancellationToken = null)
        {
            var withdrawFunction = new WithdrawFunction();
                withdrawFunction.Node = node;
                withdrawFunction.RequestIds = requestIds;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(withdrawFunction, cancellationToken);
        }

        public Task<string> WorkProofsQueryAsync(WorkProofsFunction workProofsFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<WorkProofsFunction, string>(workProofsFunction, blockParameter);
        }

        
        public Task<string> WorkProofsQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<WorkProofsFunction, string>(null, blockParameter);
        }

        public override List<Type> GetAllFunctionTypes()
        {
            return new List<Type>
            {
                typeof(ClockModeFunction),
                typeof(MaxEndpointLengthFunction),
                typeof(MaxPauseFunction),
                typeof(PauseCooldownFunction),
                typeof(UpgradeInterfaceVersionFunction),
                typeof(AuthorityFunction),
                typeof(CancelUnstakeFunction),
                typeof(ClaimRewardsFunction),
                typeof(ClaimableRewardsFunction),
                typeof(ClockFunction),
                typeof(ConfigFunction),
                typeof(ControlledNodeFunction),
                typeof(DelegatesFunction),
                typeof(DepositRewardsFunction),
                typeof(DistributeFunction),
                typeof(Eip712DomainFunction),
                typeof(EntriesPausedUntilFunction),
                typeof(FundOwedFunction),
                typeof(GetPastTotalSupplyFunction),
                typeof(GetPastVotesFunction),
                typeof(GetVotesFunction),
                typeof(GuardiansAtFunction),
                typeof(InitializeFunction),
                typeof(IsActiveFunction),
                typeof(IsConsumingScheduledOpFunction),
                typeof(NodeCountFunction),
                typeof(NodeInfoFunction),
                typeof(NodeOfFunction),
                typeof(OperatorConsentDigestFunction),
                typeof(PauseEntriesFunction),
                typeof(PayFundOwedFunction),
                typeof(PositionInfoFunction),
                typeof(PreviousWeightOfFunction),
                typeof(ProxiableUUIDFunction),
                typeof(RecordRevealFunction),
                typeof(RegisterAndStakeFunction),
                typeof(RegisterAndStakeWithPermitFunction),
                typeof(RequestUnstakeFunction),
                typeof(RestakeRewardsFunction),
                typeof(ResumeFunction),
                typeof(RewardPoolFunction),
                typeof(SetAuthorityFunction),
                typeof(SetCommissionFunction),
                typeof(SetEndpointFunction),
                typeof(SetOperatorFunction),
                typeof(SetRewardPoolFunction),
                typeof(SetWorkProofsFunction),
                typeof(SlashFunction),
                typeof(StakeFunction),
                typeof(StakeWithPermitFunction),
                typeof(SuspendFunction),
                typeof(SyncParametersFunction),
                typeof(TokenFunction),
                typeof(UndistributedRewardsFunction),
                typeof(UnpauseEntriesFunction),
                typeof(UnstakeRequestFunction),
                typeof(UpdateWeightFunction),
                typeof(UpgradeToAndCallFunction),
                typeof(WeightOfFunction),
                typeof(WithdrawFunction),
                typeof(WorkProofsFunction)
            };
        }

        public override List<Type> GetAllEventTypes()
        {
            return new List<Type>
            {
                typeof(AuthorityUpdatedEventDTO),
                typeof(CommissionSetEventDTO),
                typeof(DelegateChangedEventDTO),
                typeof(DelegateVotesChangedEventDTO),
                typeof(EIP712DomainChangedEventDTO),
                typeof(EndpointSetEventDTO),
                typeof(EntriesPausedEventDTO),
                typeof(EntriesUnpausedEventDTO),
                typeof(FundOwedPaidEventDTO),
                typeof(GuardianResumedEventDTO),
                typeof(GuardianSuspendedEventDTO),
                typeof(InitializedEventDTO),
                typeof(NodeRegisteredEventDTO),
                typeof(OperatorSetEventDTO),
                typeof(ParametersSyncedEventDTO),
                typeof(RevealRecordedEventDTO),
                typeof(RewardPoolSetEventDTO),
                typeof(RewardsClaimedEventDTO),
                typeof(RewardsDepositedEventDTO),
                typeof(RewardsDistributedEventDTO),
                typeof(RewardsRestakedEventDTO),
                typeof(SlashedEventDTO),
                typeof(StakedEventDTO),
                typeof(TombstonedEventDTO),
                typeof(UnstakeCancelledEventDTO),
                typeof(UnstakeRequestedEventDTO),
                typeof(UpgradedEventDTO),
                typeof(WeightUpdatedEventDTO),
                typeof(WithdrawnEventDTO),
                typeof(WorkProofsSetEventDTO)
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
                typeof(AlreadyRegisteredError),
                typeof(AlreadySuspendedError),
                typeof(BelowMinimumStakeError),
                typeof(CommissionStepTooLargeError),
                typeof(CommissionTooHighError),
                typeof(DelegationIsByStakeError),
                typeof(DelegationLimitExceededError),
                typeof(ERC1967InvalidImplementationError),
                typeof(ERC1967NonPayableError),
                typeof(ERC5805FutureLookupError),
                typeof(EntriesArePausedError),
                typeof(EntriesNotPausedError),
                typeof(FailedCallError),
                typeof(FutureEpochError),
                typeof(InsufficientRewardsError),
                typeof(InsufficientStakeError),
                typeof(InvalidConfigError),
                typeof(InvalidEndpointError),
                typeof(InvalidInitializationError),
                typeof(InvalidOperatorConsentError),
                typeof(InvalidPauseError),
                typeof(InvalidRoleError),
                typeof(NodeTombstonedError),
                typeof(NotGuardianError),
                typeof(NotInactiveError),
                typeof(NotInitializingError),
                typeof(NotNodeOperatorError),
                typeof(NotRewardPoolError),
                typeof(NotSlasherError),
                typeof(NotSuspendedError),
                typeof(NotWorkProofsError),
                typeof(NothingToClaimError),
                typeof(OperatorInUseError),
                typeof(PauseTooSoonError),
                typeof(ReentrancyGuardReentrantCallError),
                typeof(RequestNotMatureError),
                typeof(SafeCastOverflowedIntDowncastError),
                typeof(SafeCastOverflowedUintDowncastError),
                typeof(SafeCastOverflowedUintToIntError),
                typeof(SafeERC20FailedOperationError),
                typeof(UUPSUnauthorizedCallContextError),
                typeof(UUPSUnsupportedProxiableUUIDError),
                typeof(UnknownNodeError),
                typeof(UnknownRequestError),
                typeof(VotesExpiredSignatureError),
                typeof(ZeroAddressError),
                typeof(ZeroAmountError)
            };
        }
    }
}
