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
using Sending.Chain.Contracts.AccessManager.ContractDefinition;

namespace Sending.Chain.Contracts.AccessManager
{
    public partial class AccessManagerService: ContractWeb3ServiceBase
    {
        public static Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(Nethereum.Web3.IWeb3 web3, AccessManagerDeployment accessManagerDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            return web3.Eth.GetContractDeploymentHandler<AccessManagerDeployment>().SendRequestAndWaitForReceiptAsync(accessManagerDeployment, cancellationTokenSource);
        }

        public static Task<string> DeployContractAsync(Nethereum.Web3.IWeb3 web3, AccessManagerDeployment accessManagerDeployment)
        {
            return web3.Eth.GetContractDeploymentHandler<AccessManagerDeployment>().SendRequestAsync(accessManagerDeployment);
        }

        public static async Task<AccessManagerService> DeployContractAndGetServiceAsync(Nethereum.Web3.IWeb3 web3, AccessManagerDeployment accessManagerDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            var receipt = await DeployContractAndWaitForReceiptAsync(web3, accessManagerDeployment, cancellationTokenSource);
            return new AccessManagerService(web3, receipt.ContractAddress);
        }

        public AccessManagerService(Nethereum.Web3.IWeb3 web3, string contractAddress) : base(web3, contractAddress)
        {
        }

        public Task<ulong> AdminRoleQueryAsync(AdminRoleFunction adminRoleFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<AdminRoleFunction, ulong>(adminRoleFunction, blockParameter);
        }

        
        public Task<ulong> AdminRoleQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<AdminRoleFunction, ulong>(null, blockParameter);
        }

        public Task<ulong> PublicRoleQueryAsync(PublicRoleFunction publicRoleFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<PublicRoleFunction, ulong>(publicRoleFunction, blockParameter);
        }

        
        public Task<ulong> PublicRoleQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<PublicRoleFunction, ulong>(null, blockParameter);
        }

        public Task<CanCallOutputDTO> CanCallQueryAsync(CanCallFunction canCallFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<CanCallFunction, CanCallOutputDTO>(canCallFunction, blockParameter);
        }

        public Task<CanCallOutputDTO> CanCallQueryAsync(string caller, string target, byte[] selector, BlockParameter blockParameter = null)
        {
            var canCallFunction = new CanCallFunction();
                canCallFunction.Caller = caller;
                canCallFunction.Target = target;
                canCallFunction.Selector = selector;
            
            return ContractHandler.QueryDeserializingToObjectAsync<CanCallFunction, CanCallOutputDTO>(canCallFunction, blockParameter);
        }

        public Task<string> CancelRequestAsync(CancelFunction cancelFunction)
        {
             return ContractHandler.SendRequestAsync(cancelFunction);
        }

        public Task<TransactionReceipt> CancelRequestAndWaitForReceiptAsync(CancelFunction cancelFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(cancelFunction, cancellationToken);
        }

        public Task<string> CancelRequestAsync(string caller, string target, byte[] data)
        {
            var cancelFunction = new CancelFunction();
                cancelFunction.Caller = caller;
                cancelFunction.Target = target;
                cancelFunction.Data = data;
            
             return ContractHandler.SendRequestAsync(cancelFunction);
        }

        public Task<TransactionReceipt> CancelRequestAndWaitForReceiptAsync(string caller, string target, byte[] data, CancellationTokenSource cancellationToken = null)
        {
            var cancelFunction = new CancelFunction();
                cancelFunction.Caller = caller;
                cancelFunction.Target = target;
                cancelFunction.Data = data;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(cancelFunction, cancellationToken);
        }

        public Task<string> ConsumeScheduledOpRequestAsync(ConsumeScheduledOpFunction consumeScheduledOpFunction)
        {
             return ContractHandler.SendRequestAsync(consumeScheduledOpFunction);
        }

        public Task<TransactionReceipt> ConsumeScheduledOpRequestAndWaitForReceiptAsync(ConsumeScheduledOpFunction consumeScheduledOpFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(consumeScheduledOpFunction, cancellationToken);
        }

        public Task<string> ConsumeScheduledOpRequestAsync(string caller, byte[] data)
        {
            var consumeScheduledOpFunction = new ConsumeScheduledOpFunction();
                consumeScheduledOpFunction.Caller = caller;
                consumeScheduledOpFunction.Data = data;
            
             return ContractHandler.SendRequestAsync(consumeScheduledOpFunction);
        }

        public Task<TransactionReceipt> ConsumeScheduledOpRequestAndWaitForReceiptAsync(string caller, byte[] data, CancellationTokenSource cancellationToken = null)
        {
            var consumeScheduledOpFunction = new ConsumeScheduledOpFunction();
                consumeScheduledOpFunction.Caller = caller;
                consumeScheduledOpFunction.Data = data;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(consumeScheduledOpFunction, cancellationToken);
        }

        public Task<string> ExecuteRequestAsync(ExecuteFunction executeFunction)
        {
             return ContractHandler.SendRequestAsync(executeFunction);
        }

        public Task<TransactionReceipt> ExecuteRequestAndWaitForReceiptAsync(ExecuteFunction executeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(executeFunction, cancellationToken);
        }

        public Task<string> ExecuteRequestAsync(string target, byte[] data)
        {
            var executeFunction = new ExecuteFunction();
                executeFunction.Target = target;
                executeFunction.Data = data;
            
             return ContractHandler.SendRequestAsync(executeFunction);
        }

        public Task<TransactionReceipt> ExecuteRequestAndWaitForReceiptAsync(string target, byte[] data, CancellationTokenSource cancellationToken = null)
        {
            var executeFunction = new ExecuteFunction();
                executeFunction.Target = target;
                executeFunction.Data = data;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(executeFunction, cancellationToken);
        }

        public Task<uint> ExpirationQueryAsync(ExpirationFunction expirationFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ExpirationFunction, uint>(expirationFunction, blockParameter);
        }

        
        public Task<uint> ExpirationQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ExpirationFunction, uint>(null, blockParameter);
        }

        public Task<GetAccessOutputDTO> GetAccessQueryAsync(GetAccessFunction getAccessFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<GetAccessFunction, GetAccessOutputDTO>(getAccessFunction, blockParameter);
        }

        public Task<GetAccessOutputDTO> GetAccessQueryAsync(ulong roleId, string account, BlockParameter blockParameter = null)
        {
            var getAccessFunction = new GetAccessFunction();
                getAccessFunction.RoleId = roleId;
                getAccessFunction.Account = account;
            
            return ContractHandler.QueryDeserializingToObjectAsync<GetAccessFunction, GetAccessOutputDTO>(getAccessFunction, blockParameter);
        }

        public Task<uint> GetNonceQueryAsync(GetNonceFunction getNonceFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GetNonceFunction, uint>(getNonceFunction, blockParameter);
        }

        
        public Task<uint> GetNonceQueryAsync(byte[] id, BlockParameter blockParameter = null)
        {
            var getNonceFunction = new GetNonceFunction();
                getNonceFunction.Id = id;
            
            return ContractHandler.QueryAsync<GetNonceFunction, uint>(getNonceFunction, blockParameter);
        }

        public Task<ulong> GetRoleAdminQueryAsync(GetRoleAdminFunction getRoleAdminFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GetRoleAdminFunction, ulong>(getRoleAdminFunction, blockParameter);
        }

        
        public Task<ulong> GetRoleAdminQueryAsync(ulong roleId, BlockParameter blockParameter = null)
        {
            var getRoleAdminFunction = new GetRoleAdminFunction();
                getRoleAdminFunction.RoleId = roleId;
            
            return ContractHandler.QueryAsync<GetRoleAdminFunction, ulong>(getRoleAdminFunction, blockParameter);
        }

        public Task<uint> GetRoleGrantDelayQueryAsync(GetRoleGrantDelayFunction getRoleGrantDelayFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GetRoleGrantDelayFunction, uint>(getRoleGrantDelayFunction, blockParameter);
        }

        
        public Task<uint> GetRoleGrantDelayQueryAsync(ulong roleId, BlockParameter blockParameter = null)
        {
            var getRoleGrantDelayFunction = new GetRoleGrantDelayFunction();
                getRoleGrantDelayFunction.RoleId = roleId;
            
            return ContractHandler.QueryAsync<GetRoleGrantDelayFunction, uint>(getRoleGrantDelayFunction, blockParameter);
        }

        public Task<ulong> GetRoleGuardianQueryAsync(GetRoleGuardianFunction getRoleGuardianFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GetRoleGuardianFunction, ulong>(getRoleGuardianFunction, blockParameter);
        }

        
        public Task<ulong> GetRoleGuardianQueryAsync(ulong roleId, BlockParameter blockParameter = null)
        {
            var getRoleGuardianFunction = new GetRoleGuardianFunction();
                getRoleGuardianFunction.RoleId = roleId;
            
            return ContractHandler.QueryAsync<GetRoleGuardianFunction, ulong>(getRoleGuardianFunction, blockParameter);
        }

        public Task<ulong> GetScheduleQueryAsync(GetScheduleFunction getScheduleFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GetScheduleFunction, ulong>(getScheduleFunction, blockParameter);
        }

        
        public Task<ulong> GetScheduleQueryAsync(byte[] id, BlockParameter blockParameter = null)
        {
            var getScheduleFunction = new GetScheduleFunction();
                getScheduleFunction.Id = id;
            
            return ContractHandler.QueryAsync<GetScheduleFunction, ulong>(getScheduleFunction, blockParameter);
        }

        public Task<uint> GetTargetAdminDelayQueryAsync(GetTargetAdminDelayFunction getTargetAdminDelayFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GetTargetAdminDelayFunction, uint>(getTargetAdminDelayFunction, blockParameter);
        }

        
        public Task<uint> GetTargetAdminDelayQueryAsync(string target, BlockParameter blockParameter = null)
        {
            var getTargetAdminDelayFunction = new GetTargetAdminDelayFunction();
                getTargetAdminDelayFunction.Target = target;
            
            return ContractHandler.QueryAsync<GetTargetAdminDelayFunction, uint>(getTargetAdminDelayFunction, blockParameter);
        }

        public Task<ulong> GetTargetFunctionRoleQueryAsync(GetTargetFunctionRoleFunction getTargetFunctionRoleFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<GetTargetFunctionRoleFunction, ulong>(getTargetFunctionRoleFunction, blockParameter);
        }

        
        public Task<ulong> GetTargetFunctionRoleQueryAsync(string target, byte[] selector, BlockParameter blockParameter = null)
        {
            var getTargetFunctionRoleFunction = new GetTargetFunctionRoleFunction();
                getTargetFunctionRoleFunction.Target = target;
                getTargetFunctionRoleFunction.Selector = selector;
            
            return ContractHandler.QueryAsync<GetTargetFunctionRoleFunction, ulong>(getTargetFunctionRoleFunction, blockParameter);
        }

        public Task<string> GrantRoleRequestAsync(GrantRoleFunction grantRoleFunction)
        {
             return ContractHandler.SendRequestAsync(grantRoleFunction);
        }

        public Task<TransactionReceipt> GrantRoleRequestAndWaitForReceiptAsync(GrantRoleFunction grantRoleFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(grantRoleFunction, cancellationToken);
        }

        public Task<string> GrantRoleRequestAsync(ulong roleId, string account, uint executionDelay)
        {
            var grantRoleFunction = new GrantRoleFunction();
                grantRoleFunction.RoleId = roleId;
                grantRoleFunction.Account = account;
                grantRoleFunction.ExecutionDelay = executionDelay;
            
             return ContractHandler.SendRequestAsync(grantRoleFunction);
        }

        public Task<TransactionReceipt> GrantRoleRequestAndWaitForReceiptAsync(ulong roleId, string account, uint executionDelay, CancellationTokenSource cancellationToken = null)
        {
            var grantRoleFunction = new GrantRoleFunction();
                grantRoleFunction.RoleId = roleId;
                grantRoleFunction.Account = account;
                grantRoleFunction.ExecutionDelay = executionDelay;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(grantRoleFunction, cancellationToken);
        }

        public Task<HasRoleOutputDTO> HasRoleQueryAsync(HasRoleFunction hasRoleFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<HasRoleFunction, HasRoleOutputDTO>(hasRoleFunction, blockParameter);
        }

        public Task<HasRoleOutputDTO> HasRoleQueryAsync(ulong roleId, string account, BlockParameter blockParameter = null)
        {
            var hasRoleFunction = new HasRoleFunction();
                hasRoleFunction.RoleId = roleId;
                hasRoleFunction.Account = account;
            
            return ContractHandler.QueryDeserializingToObjectAsync<HasRoleFunction, HasRoleOutputDTO>(hasRoleFunction, blockParameter);
        }

        public Task<byte[]> HashOperationQueryAsync(HashOperationFunction hashOperationFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<HashOperationFunction, byte[]>(hashOperationFunction, blockParameter);
        }

        
        public Task<byte[]> HashOperationQueryAsync(string caller, string target, byte[] data, BlockParameter blockParameter = null)
        {
            var hashOperationFunction = new HashOperationFunction();
                hashOperationFunction.Caller = caller;
                hashOperationFunction.Target = target;
                hashOperationFunction.Data = data;
            
            return ContractHandler.QueryAsync<HashOperationFunction, byte[]>(hashOperationFunction, blockParameter);
        }

        public Task<bool> IsTargetClosedQueryAsync(IsTargetClosedFunction isTargetClosedFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<IsTargetClosedFunction, bool>(isTargetClosedFunction, blockParameter);
        }

        
        public Task<bool> IsTargetClosedQueryAsync(string target, BlockParameter blockParameter = null)
        {
            var isTargetClosedFunction = new IsTargetClosedFunction();
                isTargetClosedFunction.Target = target;
            
            return ContractHandler.QueryAsync<IsTargetClosedFunction, bool>(isTargetClosedFunction, blockParameter);
        }

        public Task<string> LabelRoleRequestAsync(LabelRoleFunction labelRoleFunction)
        {
             return ContractHandler.SendRequestAsync(labelRoleFunction);
        }

        public Task<TransactionReceipt> LabelRoleRequestAndWaitForReceiptAsync(LabelRoleFunction labelRoleFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(labelRoleFunction, cancellationToken);
        }

        public Task<string> LabelRoleRequestAsync(ulong roleId, string label)
        {
            var labelRoleFunction = new LabelRoleFunction();
                labelRoleFunction.RoleId = roleId;
                labelRoleFunction.Label = label;
            
             return ContractHandler.SendRequestAsync(labelRoleFunction);
        }

        public Task<TransactionReceipt> LabelRoleRequestAndWaitForReceiptAsync(ulong roleId, string label, CancellationTokenSource cancellationToken = null)
        {
            var labelRoleFunction = new LabelRoleFunction();
                labelRoleFunction.RoleId = roleId;
                labelRoleFunction.Label = label;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(labelRoleFunction, cancellationToken);
        }

        public Task<uint> MinSetbackQueryAsync(MinSetbackFunction minSetbackFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MinSetbackFunction, uint>(minSetbackFunction, blockParameter);
        }

        
        public Task<uint> MinSetbackQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MinSetbackFunction, uint>(null, blockParameter);
        }

        public Task<string> MulticallRequestAsync(MulticallFunction multicallFunction)
        {
             return ContractHandler.SendRequestAsync(multicallFunction);
        }

        public Task<TransactionReceipt> MulticallRequestAndWaitForReceiptAsync(MulticallFunction multicallFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(multicallFunction, cancellationToken);
        }

        public Task<string> MulticallRequestAsync(List<byte[]> data)
        {
            var multicallFunction = new MulticallFunction();
                multicallFunction.Data = data;
            
             return ContractHandler.SendRequestAsync(multicallFunction);
        }

        public Task<TransactionReceipt> MulticallRequestAndWaitForReceiptAsync(List<byte[]> data, CancellationTokenSource cancellationToken = null)
        {
            var multicallFunction = new MulticallFunction();
                multicallFunction.Data = data;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(multicallFunction, cancellationToken);
        }

        public Task<string> RenounceRoleRequestAsync(RenounceRoleFunction renounceRoleFunction)
        {
             return ContractHandler.SendRequestAsync(renounceRoleFunction);
        }

        public Task<TransactionReceipt> RenounceRoleRequestAndWaitForReceiptAsync(RenounceRoleFunction renounceRoleFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(renounceRoleFunction, cancellationToken);
        }

        public Task<string> RenounceRoleRequestAsync(ulong roleId, string callerConfirmation)
        {
            var renounceRoleFunction = new RenounceRoleFunction();
                renounceRoleFunction.RoleId = roleId;
                renounceRoleFunction.CallerConfirmation = callerConfirmation;
            
             return ContractHandler.SendRequestAsync(renounceRoleFunction);
        }

        public Task<TransactionReceipt> RenounceRoleRequestAndWaitForReceiptAsync(ulong roleId, string callerConfirmation, CancellationTokenSource cancellationToken = null)
        {
            var renounceRoleFunction = new RenounceRoleFunction();
                renounceRoleFunction.RoleId = roleId;
                renounceRoleFunction.CallerConfirmation = callerConfirmation;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(renounceRoleFunction, cancellationToken);
        }

        public Task<string> RevokeRoleRequestAsync(RevokeRoleFunction revokeRoleFunction)
        {
             return ContractHandler.SendRequestAsync(revokeRoleFunction);
        }

        public Task<TransactionReceipt> RevokeRoleRequestAndWaitForReceiptAsync(RevokeRoleFunction revokeRoleFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(revokeRoleFunction, cancellationToken);
        }

        public Task<string> RevokeRoleRequestAsync(ulong roleId, string account)
        {
            var revokeRoleFunction = new RevokeRoleFunction();
                revokeRoleFunction.RoleId = roleId;
                revokeRoleFunction.Account = account;
            
             return ContractHandler.SendRequestAsync(revokeRoleFunction);
        }

        public Task<TransactionReceipt> RevokeRoleRequestAndWaitForReceiptAsync(ulong roleId, string account, CancellationTokenSource cancellationToken = null)
        {
            var revokeRoleFunction = new RevokeRoleFunction();
                revokeRoleFunction.RoleId = roleId;
                revokeRoleFunction.Account = account;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(revokeRoleFunction, cancellationToken);
        }

        public Task<string> ScheduleRequestAsync(ScheduleFunction scheduleFunction)
        {
             return ContractHandler.SendRequestAsync(scheduleFunction);
        }

        public Task<TransactionReceipt> ScheduleRequestAndWaitForReceiptAsync(ScheduleFunction scheduleFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(scheduleFunction, cancellationToken);
        }

        public Task<string> ScheduleRequestAsync(string target, byte[] data, ulong when)
        {
            var scheduleFunction = new ScheduleFunction();
                scheduleFunction.Target = target;
                scheduleFunction.Data = data;
                scheduleFunction.When = when;
            
             return ContractHandler.SendRequestAsync(scheduleFunction);
        }

        public Task<TransactionReceipt> ScheduleRequestAndWaitForReceiptAsync(string target, byte[] data, ulong when, CancellationTokenSource cancellationToken = null)
        {
            var scheduleFunction = new ScheduleFunction();
                scheduleFunction.Target = target;
                scheduleFunction.Data = data;
                scheduleFunction.When = when;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(scheduleFunction, cancellationToken);
        }

        public Task<string> SetGrantDelayRequestAsync(SetGrantDelayFunction setGrantDelayFunction)
        {
             return ContractHandler.SendRequestAsync(setGrantDelayFunction);
        }

        public Task<TransactionReceipt> SetGrantDelayRequestAndWaitForReceiptAsync(SetGrantDelayFunction setGrantDelayFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setGrantDelayFunction, cancellationToken);
        }

        public Task<string> SetGrantDelayRequestAsync(ulong roleId, uint newDelay)
        {
            var setGrantDelayFunction = new SetGrantDelayFunction();
                setGrantDelayFunction.RoleId = roleId;
                setGrantDelayFunction.NewDelay = newDelay;
            
             return ContractHandler.SendRequestAsync(setGrantDelayFunction);
        }

        public Task<TransactionReceipt> SetGrantDelayRequestAndWaitForReceiptAsync(ulong roleId, uint newDelay, CancellationTokenSource cancellationToken = null)
        {
            var setGrantDelayFunction = new SetGrantDelayFunction();
                setGrantDelayFunction.RoleId = roleId;
                setGrantDelayFunction.NewDelay = newDelay;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setGrantDelayFunction, cancellationToken);
        }

        public Task<string> SetRoleAdminRequestAsync(SetRoleAdminFunction setRoleAdminFunction)
        {
             return ContractHandler.SendRequestAsync(setRoleAdminFunction);
        }

        public Task<TransactionReceipt> SetRoleAdminRequestAndWaitForReceiptAsync(SetRoleAdminFunction setRoleAdminFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setRoleAdminFunction, cancellationToken);
        }

        public Task<string> SetRoleAdminRequestAsync(ulong roleId, ulong admin)
        {
            var setRoleAdminFunction = new SetRoleAdminFunction();
                setRoleAdminFunction.RoleId = roleId;
                setRoleAdminFunction.Admin = admin;
            
             return ContractHandler.SendRequestAsync(setRoleAdminFunction);
        }

        public Task<TransactionReceipt> SetRoleAdminRequestAndWaitForReceiptAsync(ulong roleId, ulong admin, CancellationTokenSource cancellationToken = null)
        {
            var setRoleAdminFunction = new SetRoleAdminFunction();
                setRoleAdminFunction.RoleId = roleId;
                setRoleAdminFunction.Admin = admin;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setRoleAdminFunction, cancellationToken);
        }

        public Task<string> SetRoleGuardianRequestAsync(SetRoleGuardianFunction setRoleGuardianFunction)
        {
             return ContractHandler.SendRequestAsync(setRoleGuardianFunction);
        }

        public Task<TransactionReceipt> SetRoleGuardianRequestAndWaitForReceiptAsync(SetRoleGuardianFunction setRoleGuardianFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setRoleGuardianFunction, cancellationToken);
        }

        public Task<string> SetRoleGuardianRequestAsync(ulong roleId, ulong guardian)
        {
            var setRoleGuardianFunction = new SetRoleGuardianFunction();
                setRoleGuardianFunction.RoleId = roleId;
                setRoleGuardianFunction.Guardian = guardian;
            
             return ContractHandler.SendRequestAsync(setRoleGuardianFunction);
        }

        public Task<TransactionReceipt> SetRoleGuardianRequestAndWaitForReceiptAsync(ulong roleId, ulong guardian, CancellationTokenSource cancellationToken = null)
        {
            var setRoleGuardianFunction = new SetRoleGuardianFunction();
                setRoleGuardianFunction.RoleId = roleId;
                setRoleGuardianFunction.Guardian = guardian;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setRoleGuardianFunction, cancellationToken);
        }

        public Task<string> SetTargetAdminDelayRequestAsync(SetTargetAdminDelayFunction setTargetAdminDelayFunction)
        {
             return ContractHandler.SendRequestAsync(setTargetAdminDelayFunction);
        }

        public Task<TransactionReceipt> SetTargetAdminDelayRequestAndWaitForReceiptAsync(SetTargetAdminDelayFunction setTargetAdminDelayFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setTargetAdminDelayFunction, cancellationToken);
        }

        public Task<string> SetTargetAdminDelayRequestAsync(string target, uint newDelay)
        {
            var setTargetAdminDelayFunction = new SetTargetAdminDelayFunction();
                setTargetAdminDelayFunction.Target = target;
                setTargetAdminDelayFunction.NewDelay = newDelay;
            
             return ContractHandler.SendRequestAsync(setTargetAdminDelayFunction);
        }

        public Task<TransactionReceipt> SetTargetAdminDelayRequestAndWaitForReceiptAsync(string target, uint newDelay, CancellationTokenSource cancellationToken = null)
        {
            var setTargetAdminDelayFunction = new SetTargetAdminDelayFunction();
                setTargetAdminDelayFunction.Target = target;
                setTargetAdminDelayFunction.NewDelay = newDelay;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setTargetAdminDelayFunction, cancellationToken);
        }

        public Task<string> SetTargetClosedRequestAsync(SetTargetClosedFunction setTargetClosedFunction)
        {
             return ContractHandler.SendRequestAsync(setTargetClosedFunction);
        }

        public Task<TransactionReceipt> SetTargetClosedRequestAndWaitForReceiptAsync(SetTargetClosedFunction setTargetClosedFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setTargetClosedFunction, cancellationToken);
        }

        public Task<string> SetTargetClosedRequestAsync(string target, bool closed)
        {
            var setTargetClosedFunction = new SetTargetClosedFunction();
                setTargetClosedFunction.Target = target;
                setTargetClosedFunction.Closed = closed;
            
             return ContractHandler.SendRequestAsync(setTargetClosedFunction);
        }

        public Task<TransactionReceipt> SetTargetClosedRequestAndWaitForReceiptAsync(string target, bool closed, CancellationTokenSource cancellationToken = null)
        {
            var setTargetClosedFunction = new SetTargetClosedFunction();
                setTargetClosedFunction.Target = target;
                setTargetClosedFunction.Closed = closed;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setTargetClosedFunction, cancellationToken);
        }

        public Task<string> SetTargetFunctionRoleRequestAsync(SetTargetFunctionRoleFunction setTargetFunctionRoleFunction)
        {
             return ContractHandler.SendRequestAsync(setTargetFunctionRoleFunction);
        }

        public Task<TransactionReceipt> SetTargetFunctionRoleRequestAndWaitForReceiptAsync(SetTargetFunctionRoleFunction setTargetFunctionRoleFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setTargetFunctionRoleFunction, cancellationToken);
        }

        public Task<string> SetTargetFunctionRoleRequestAsync(string target, List<byte[]> selectors, ulong roleId)
        {
            var setTargetFunctionRoleFunction = new SetTargetFunctionRoleFunction();
                setTargetFunctionRoleFunction.Target = target;
                setTargetFunctionRoleFunction.Selectors = selectors;
                setTargetFunctionRoleFunction.RoleId = roleId;
            
             return ContractHandler.SendRequestAsync(setTargetFunctionRoleFunction);
        }

        public Task<TransactionReceipt> SetTargetFunctionRoleRequestAndWaitForReceiptAsync(string target, List<byte[]> selectors, ulong roleId, CancellationTokenSource cancellationToken = null)
        {
            var setTargetFunctionRoleFunction = new SetTargetFunctionRoleFunction();
                setTargetFunctionRoleFunction.Target = target;
                setTargetFunctionRoleFunction.Selectors = selectors;
                setTargetFunctionRoleFunction.RoleId = roleId;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setTargetFunctionRoleFunction, cancellationToken);
        }

        public Task<string> UpdateAuthorityRequestAsync(UpdateAuthorityFunction updateAuthorityFunction)
        {
             return ContractHandler.SendRequestAsync(updateAuthorityFunction);
        }

        public Task<TransactionReceipt> UpdateAuthorityRequestAndWaitForReceiptAsync(UpdateAuthorityFunction updateAuthorityFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(updateAuthorityFunction, cancellationToken);
        }

        public Task<string> UpdateAuthorityRequestAsync(string target, string newAuthority)
        {
            var updateAuthorityFunction = new UpdateAuthorityFunction();
                updateAuthorityFunction.Target = target;
                updateAuthorityFunction.NewAuthority = newAuthority;
            
             return ContractHandler.SendRequestAsync(updateAuthorityFunction);
        }

        public Task<TransactionReceipt> UpdateAuthorityRequestAndWaitForReceiptAsync(string target, string newAuthority, CancellationTokenSource cancellationToken = null)
        {
            var updateAuthorityFunction = new UpdateAuthorityFunction();
                updateAuthorityFunction.Target = target;
                updateAuthorityFunction.NewAuthority = newAuthority;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(updateAuthorityFunction, cancellationToken);
        }

        public override List<Type> GetAllFunctionTypes()
        {
            return new List<Type>
            {
                typeof(AdminRoleFunction),
                typeof(PublicRoleFunction),
                typeof(CanCallFunction),
                typeof(CancelFunction),
                typeof(ConsumeScheduledOpFunction),
                typeof(ExecuteFunction),
                typeof(ExpirationFunction),
                typeof(GetAccessFunction),
                typeof(GetNonceFunction),
                typeof(GetRoleAdminFunction),
                typeof(GetRoleGrantDelayFunction),
                typeof(GetRoleGuardianFunction),
                typeof(GetScheduleFunction),
                typeof(GetTargetAdminDelayFunction),
                typeof(GetTargetFunctionRoleFunction),
                typeof(GrantRoleFunction),
                typeof(HasRoleFunction),
                typeof(HashOperationFunction),
                typeof(IsTargetClosedFunction),
                typeof(LabelRoleFunction),
                typeof(MinSetbackFunction),
                typeof(MulticallFunction),
                typeof(RenounceRoleFunction),
                typeof(RevokeRoleFunction),
                typeof(ScheduleFunction),
                typeof(SetGrantDelayFunction),
                typeof(SetRoleAdminFunction),
                typeof(SetRoleGuardianFunction),
                typeof(SetTargetAdminDelayFunction),
                typeof(SetTargetClosedFunction),
                typeof(SetTargetFunctionRoleFunction),
                typeof(UpdateAuthorityFunction)
            };
        }

        public override List<Type> GetAllEventTypes()
        {
            return new List<Type>
            {
                typeof(OperationCanceledEventDTO),
                typeof(OperationExecutedEventDTO),
                typeof(OperationScheduledEventDTO),
                typeof(RoleAdminChangedEventDTO),
                typeof(RoleGrantDelayChangedEventDTO),
                typeof(RoleGrantedEventDTO),
                typeof(RoleGuardianChangedEventDTO),
                typeof(RoleLabelEventDTO),
                typeof(RoleRevokedEventDTO),
                typeof(TargetAdminDelayUpdatedEventDTO),
                typeof(TargetClosedEventDTO),
                typeof(TargetFunctionRoleUpdatedEventDTO)
            };
        }

        public override List<Type> GetAllErrorTypes()
        {
            return new List<Type>
            {
                typeof(AccessManagerAlreadyScheduledError),
                typeof(AccessManagerBadConfirmationError),
                typeof(AccessManagerExpiredError),
                typeof(AccessManagerInvalidInitialAdminError),
                typeof(AccessManagerLockedFunctionError),
                typeof(AccessManagerLockedRoleError),
                typeof(AccessManagerNotReadyError),
                typeof(AccessManagerNotScheduledError),
                typeof(AccessManagerUnauthorizedAccountError),
                typeof(AccessManagerUnauthorizedCallError),
                typeof(AccessManagerUnauthorizedCancelError),
                typeof(AccessManagerUnauthorizedConsumeError),
                typeof(AddressEmptyCodeError),
                typeof(FailedCallError),
                typeof(InsufficientBalanceError),
                typeof(SafeCastOverflowedUintDowncastError)
            };
        }
    }
}
