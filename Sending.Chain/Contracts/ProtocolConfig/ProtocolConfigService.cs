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
using Sending.Chain.Contracts.ProtocolConfig.ContractDefinition;

namespace Sending.Chain.Contracts.ProtocolConfig
{
    public partial class ProtocolConfigService: ContractWeb3ServiceBase
    {
        public static Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(Nethereum.Web3.IWeb3 web3, ProtocolConfigDeployment protocolConfigDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            return web3.Eth.GetContractDeploymentHandler<ProtocolConfigDeployment>().SendRequestAndWaitForReceiptAsync(protocolConfigDeployment, cancellationTokenSource);
        }

        public static Task<string> DeployContractAsync(Nethereum.Web3.IWeb3 web3, ProtocolConfigDeployment protocolConfigDeployment)
        {
            return web3.Eth.GetContractDeploymentHandler<ProtocolConfigDeployment>().SendRequestAsync(protocolConfigDeployment);
        }

        public static async Task<ProtocolConfigService> DeployContractAndGetServiceAsync(Nethereum.Web3.IWeb3 web3, ProtocolConfigDeployment protocolConfigDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            var receipt = await DeployContractAndWaitForReceiptAsync(web3, protocolConfigDeployment, cancellationTokenSource);
            return new ProtocolConfigService(web3, receipt.ContractAddress);
        }

        public ProtocolConfigService(Nethereum.Web3.IWeb3 web3, string contractAddress) : base(web3, contractAddress)
        {
        }

        public Task<string> UpgradeInterfaceVersionQueryAsync(UpgradeInterfaceVersionFunction upgradeInterfaceVersionFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<UpgradeInterfaceVersionFunction, string>(upgradeInterfaceVersionFunction, blockParameter);
        }

        
        public Task<string> UpgradeInterfaceVersionQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<UpgradeInterfaceVersionFunction, string>(null, blockParameter);
        }

        public Task<string> AddListenerRequestAsync(AddListenerFunction addListenerFunction)
        {
             return ContractHandler.SendRequestAsync(addListenerFunction);
        }

        public Task<TransactionReceipt> AddListenerRequestAndWaitForReceiptAsync(AddListenerFunction addListenerFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(addListenerFunction, cancellationToken);
        }

        public Task<string> AddListenerRequestAsync(string listener)
        {
            var addListenerFunction = new AddListenerFunction();
                addListenerFunction.Listener = listener;
            
             return ContractHandler.SendRequestAsync(addListenerFunction);
        }

        public Task<TransactionReceipt> AddListenerRequestAndWaitForReceiptAsync(string listener, CancellationTokenSource cancellationToken = null)
        {
            var addListenerFunction = new AddListenerFunction();
                addListenerFunction.Listener = listener;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(addListenerFunction, cancellationToken);
        }

        public Task<string> AuthorityQueryAsync(AuthorityFunction authorityFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<AuthorityFunction, string>(authorityFunction, blockParameter);
        }

        
        public Task<string> AuthorityQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<AuthorityFunction, string>(null, blockParameter);
        }

        public Task<BoundsOutputDTO> BoundsQueryAsync(BoundsFunction boundsFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<BoundsFunction, BoundsOutputDTO>(boundsFunction, blockParameter);
        }

        public Task<BoundsOutputDTO> BoundsQueryAsync(byte parameter, BlockParameter blockParameter = null)
        {
            var boundsFunction = new BoundsFunction();
                boundsFunction.Parameter = parameter;
            
            return ContractHandler.QueryDeserializingToObjectAsync<BoundsFunction, BoundsOutputDTO>(boundsFunction, blockParameter);
        }

        public Task<ClockParametersOutputDTO> ClockParametersQueryAsync(ClockParametersFunction clockParametersFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<ClockParametersFunction, ClockParametersOutputDTO>(clockParametersFunction, blockParameter);
        }

        public Task<ClockParametersOutputDTO> ClockParametersQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<ClockParametersFunction, ClockParametersOutputDTO>(null, blockParameter);
        }

        public Task<BigInteger> CurrentEpochQueryAsync(CurrentEpochFunction currentEpochFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<CurrentEpochFunction, BigInteger>(currentEpochFunction, blockParameter);
        }

        
        public Task<BigInteger> CurrentEpochQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<CurrentEpochFunction, BigInteger>(null, blockParameter);
        }

        public Task<BigInteger> EpochAtQueryAsync(EpochAtFunction epochAtFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<EpochAtFunction, BigInteger>(epochAtFunction, blockParameter);
        }

        
        public Task<BigInteger> EpochAtQueryAsync(BigInteger timestamp, BlockParameter blockParameter = null)
        {
            var epochAtFunction = new EpochAtFunction();
                epochAtFunction.Timestamp = timestamp;
            
            return ContractHandler.QueryAsync<EpochAtFunction, BigInteger>(epochAtFunction, blockParameter);
        }

        public Task<BigInteger> EpochDurationQueryAsync(EpochDurationFunction epochDurationFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<EpochDurationFunction, BigInteger>(epochDurationFunction, blockParameter);
        }

        
        public Task<BigInteger> EpochDurationQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<EpochDurationFunction, BigInteger>(null, blockParameter);
        }

        public Task<BigInteger> EpochStartQueryAsync(EpochStartFunction epochStartFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<EpochStartFunction, BigInteger>(epochStartFunction, blockParameter);
        }

        
        public Task<BigInteger> EpochStartQueryAsync(BigInteger epoch, BlockParameter blockParameter = null)
        {
            var epochStartFunction = new EpochStartFunction();
                epochStartFunction.Epoch = epoch;
            
            return ContractHandler.QueryAsync<EpochStartFunction, BigInteger>(epochStartFunction, blockParameter);
        }

        public Task<BigInteger> GenesisQueryAsync(GenesisFunction genesisFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GenesisFunction, BigInteger>(genesisFunction, blockParameter);
        }

        
        public Task<BigInteger> GenesisQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GenesisFunction, BigInteger>(null, blockParameter);
        }

        public Task<string> InitializeRequestAsync(InitializeFunction initializeFunction)
        {
             return ContractHandler.SendRequestAsync(initializeFunction);
        }

        public Task<TransactionReceipt> InitializeRequestAndWaitForReceiptAsync(InitializeFunction initializeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(initializeFunction, cancellationToken);
        }

        public Task<string> InitializeRequestAsync(string authority, Clock clock, List<byte> parameters, List<BigInteger> values)
        {
            var initializeFunction = new InitializeFunction();
                initializeFunction.Authority = authority;
                initializeFunction.Clock = clock;
                initializeFunction.Parameters = parameters;
                initializeFunction.Values = values;
            
             return ContractHandler.SendRequestAsync(initializeFunction);
        }

        public Task<TransactionReceipt> InitializeRequestAndWaitForReceiptAsync(string authority, Clock clock, List<byte> parameters, List<BigInteger> values, CancellationTokenSource cancellationToken = null)
        {
            var initializeFunction = new InitializeFunction();
                initializeFunction.Authority = authority;
                initializeFunction.Clock = clock;
                initializeFunction.Parameters = parameters;
                initializeFunction.Values = values;
            
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

        public Task<List<string>> ListenersQueryAsync(ListenersFunction listenersFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ListenersFunction, List<string>>(listenersFunction, blockParameter);
        }

        
        public Task<List<string>> ListenersQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ListenersFunction, List<string>>(null, blockParameter);
        }

        public Task<BigInteger> MaxSettlementDelayQueryAsync(MaxSettlementDelayFunction maxSettlementDelayFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MaxSettlementDelayFunction, BigInteger>(maxSettlementDelayFunction, blockParameter);
        }

        
        public Task<BigInteger> MaxSettlementDelayQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MaxSettlementDelayFunction, BigInteger>(null, blockParameter);
        }

        public Task<BigInteger> PackedAtQueryAsync(PackedAtFunction packedAtFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<PackedAtFunction, BigInteger>(packedAtFunction, blockParameter);
        }

        
        public Task<BigInteger> PackedAtQueryAsync(byte group, BigInteger epoch, BlockParameter blockParameter = null)
        {
            var packedAtFunction = new PackedAtFunction();
                packedAtFunction.Group = group;
                packedAtFunction.Epoch = epoch;
            
            return ContractHandler.QueryAsync<PackedAtFunction, BigInteger>(packedAtFunction, blockParameter);
        }

        public Task<byte[]> ProxiableUUIDQueryAsync(ProxiableUUIDFunction proxiableUUIDFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ProxiableUUIDFunction, byte[]>(proxiableUUIDFunction, blockParameter);
        }

        
        public Task<byte[]> ProxiableUUIDQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ProxiableUUIDFunction, byte[]>(null, blockParameter);
        }

        public Task<string> RemoveListenerRequestAsync(RemoveListenerFunction removeListenerFunction)
        {
             return ContractHandler.SendRequestAsync(removeListenerFunction);
        }

        public Task<TransactionReceipt> RemoveListenerRequestAndWaitForReceiptAsync(RemoveListenerFunction removeListenerFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(removeListenerFunction, cancellationToken);
        }

        public Task<string> RemoveListenerRequestAsync(string listener)
        {
            var removeListenerFunction = new RemoveListenerFunction();
                removeListenerFunction.Listener = listener;
            
             return ContractHandler.SendRequestAsync(removeListenerFunction);
        }

        public Task<TransactionReceipt> RemoveListenerRequestAndWaitForReceiptAsync(string listener, CancellationTokenSource cancellationToken = null)
        {
            var removeListenerFunction = new RemoveListenerFunction();
                removeListenerFunction.Listener = listener;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(removeListenerFunction, cancellationToken);
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

        public Task<string> SetParametersRequestAsync(SetParametersFunction setParametersFunction)
        {
             return ContractHandler.SendRequestAsync(setParametersFunction);
        }

        public Task<TransactionReceipt> SetParametersRequestAndWaitForReceiptAsync(SetParametersFunction setParametersFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setParametersFunction, cancellationToken);
        }

        public Task<string> SetParametersRequestAsync(List<byte> parameters, List<BigInteger> values)
        {
            var setParametersFunction = new SetParametersFunction();
                setParametersFunction.Parameters = parameters;
                setParametersFunction.Values = values;
            
             return ContractHandler.SendRequestAsync(setParametersFunction);
        }

        public Task<TransactionReceipt> SetParametersRequestAndWaitForReceiptAsync(List<byte> parameters, List<BigInteger> values, CancellationTokenSource cancellationToken = null)
        {
            var setParametersFunction = new SetParametersFunction();
                setParametersFunction.Parameters = parameters;
                setParametersFunction.Values = values;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setParametersFunction, cancellationToken);
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

        public Task<BigInteger> ValueQueryAsync(ValueFunction valueFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ValueFunction, BigInteger>(valueFunction, blockParameter);
        }

        
        public Task<BigInteger> ValueQueryAsync(byte parameter, BlockParameter blockParameter = null)
        {
            var valueFunction = new ValueFunction();
                valueFunction.Parameter = parameter;
            
            return ContractHandler.QueryAsync<ValueFunction, BigInteger>(valueFunction, blockParameter);
        }

        public Task<BigInteger> ValueAtQueryAsync(ValueAtFunction valueAtFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ValueAtFunction, BigInteger>(valueAtFunction, blockParameter);
        }

        
        public Task<BigInteger> ValueAtQueryAsync(byte parameter, BigInteger epoch, BlockParameter blockParameter = null)
        {
            var valueAtFunction = new ValueAtFunction();
                valueAtFunction.Parameter = parameter;
                valueAtFunction.Epoch = epoch;
            
            return ContractHandler.QueryAsync<ValueAtFunction, BigInteger>(valueAtFunction, blockParameter);
        }

        public override List<Type> GetAllFunctionTypes()
        {
            return new List<Type>
            {
                typeof(UpgradeInterfaceVersionFunction),
                typeof(AddListenerFunction),
                typeof(AuthorityFunction),
                typeof(BoundsFunction),
                typeof(ClockParametersFunction),
                typeof(CurrentEpochFunction),
                typeof(EpochAtFunction),
                typeof(EpochDurationFunction),
                typeof(EpochStartFunction),
                typeof(GenesisFunction),
                typeof(InitializeFunction),
                typeof(IsConsumingScheduledOpFunction),
                typeof(ListenersFunction),
                typeof(MaxSettlementDelayFunction),
                typeof(PackedAtFunction),
                typeof(ProxiableUUIDFunction),
                typeof(RemoveListenerFunction),
                typeof(SetAuthorityFunction),
                typeof(SetParametersFunction),
                typeof(UpgradeToAndCallFunction),
                typeof(ValueFunction),
                typeof(ValueAtFunction)
            };
        }

        public override List<Type> GetAllEventTypes()
        {
            return new List<Type>
            {
                typeof(AuthorityUpdatedEventDTO),
                typeof(InitializedEventDTO),
                typeof(ListenerAddedEventDTO),
                typeof(ListenerRemovedEventDTO),
                typeof(ParameterSetEventDTO),
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
                typeof(BeforeGenesisError),
                typeof(CheckpointUnorderedInsertionError),
                typeof(ERC1967InvalidImplementationError),
                typeof(ERC1967NonPayableError),
                typeof(EmissionTooHighError),
                typeof(FailedCallError),
                typeof(ForgeryPaysError),
                typeof(InactivityTooLongError),
                typeof(InvalidClockError),
                typeof(InvalidInitializationError),
                typeof(LengthMismatchError),
                typeof(ListenerKnownError),
                typeof(ListenerUnknownError),
                typeof(NotInitializingError),
                typeof(NotMultipleOfError),
                typeof(ParameterMissingError),
                typeof(ParameterOutOfBoundsError),
                typeof(PartsTooLargeError),
                typeof(TooManyListenersError),
                typeof(UUPSUnauthorizedCallContextError),
                typeof(UUPSUnsupportedProxiableUUIDError),
                typeof(UnbondingTooShortError)
            };
        }
    }
}
