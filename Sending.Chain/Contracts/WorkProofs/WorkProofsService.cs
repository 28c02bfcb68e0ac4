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
using Sending.Chain.Contracts.WorkProofs.ContractDefinition;

namespace Sending.Chain.Contracts.WorkProofs
{
    public partial class WorkProofsService: ContractWeb3ServiceBase
    {
        public static Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(Nethereum.Web3.IWeb3 web3, WorkProofsDeployment workProofsDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            return web3.Eth.GetContractDeploymentHandler<WorkProofsDeployment>().SendRequestAndWaitForReceiptAsync(workProofsDeployment, cancellationTokenSource);
        }

        public static Task<string> DeployContractAsync(Nethereum.Web3.IWeb3 web3, WorkProofsDeployment workProofsDeployment)
        {
            return web3.Eth.GetContractDeploymentHandler<WorkProofsDeployment>().SendRequestAsync(workProofsDeployment);
        }

        public static async Task<WorkProofsService> DeployContractAndGetServiceAsync(Nethereum.Web3.IWeb3 web3, WorkProofsDeployment workProofsDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            var receipt = await DeployContractAndWaitForReceiptAsync(web3, workProofsDeployment, cancellationTokenSource);
            return new WorkProofsService(web3, receipt.ContractAddress);
        }

        public WorkProofsService(Nethereum.Web3.IWeb3 web3, string contractAddress) : base(web3, contractAddress)
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

        public Task<string> AnswerRequestAsync(AnswerFunction answerFunction)
        {
             return ContractHandler.SendRequestAsync(answerFunction);
        }

        public Task<TransactionReceipt> AnswerRequestAndWaitForReceiptAsync(AnswerFunction answerFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(answerFunction, cancellationToken);
        }

        public Task<string> AnswerRequestAsync(BigInteger epoch, string edge, Answer proven)
        {
            var answerFunction = new AnswerFunction();
                answerFunction.Epoch = epoch;
                answerFunction.Edge = edge;
                answerFunction.Proven = proven;
            
             return ContractHandler.SendRequestAsync(answerFunction);
        }

        public Task<TransactionReceipt> AnswerRequestAndWaitForReceiptAsync(BigInteger epoch, string edge, Answer proven, CancellationTokenSource cancellationToken = null)
        {
            var answerFunction = new AnswerFunction();
                answerFunction.Epoch = epoch;
                answerFunction.Edge = edge;
                answerFunction.Proven = proven;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(answerFunction, cancellationToken);
        }

        public Task<string> AnswerAllRequestAsync(AnswerAllFunction answerAllFunction)
        {
             return ContractHandler.SendRequestAsync(answerAllFunction);
        }

        public Task<TransactionReceipt> AnswerAllRequestAndWaitForReceiptAsync(AnswerAllFunction answerAllFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(answerAllFunction, cancellationToken);
        }

        public Task<string> AnswerAllRequestAsync(BigInteger epoch, string edge, List<Answer> proven)
        {
            var answerAllFunction = new AnswerAllFunction();
                answerAllFunction.Epoch = epoch;
                answerAllFunction.Edge = edge;
                answerAllFunction.Proven = proven;
            
             return ContractHandler.SendRequestAsync(answerAllFunction);
        }

        public Task<TransactionReceipt> AnswerAllRequestAndWaitForReceiptAsync(BigInteger epoch, string edge, List<Answer> proven, CancellationTokenSource cancellationToken = null)
        {
            var answerAllFunction = new AnswerAllFunction();
                answerAllFunction.Epoch = epoch;
                answerAllFunction.Edge = edge;
                answerAllFunction.Proven = proven;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(answerAllFunction, cancellationToken);
        }

        public Task<string> AuthorityQueryAsync(AuthorityFunction authorityFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<AuthorityFunction, string>(authorityFunction, blockParameter);
        }

        
        public Task<string> AuthorityQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<AuthorityFunction, string>(null, blockParameter);
        }

        public Task<string> ChallengeRequestAsync(ChallengeFunction challengeFunction)
        {
             return ContractHandler.SendRequestAsync(challengeFunction);
        }

        public Task<TransactionReceipt> ChallengeRequestAndWaitForReceiptAsync(ChallengeFunction challengeFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(challengeFunction, cancellationToken);
        }

        public Task<string> ChallengeRequestAsync(BigInteger epoch, string edge, ulong unit)
        {
            var challengeFunction = new ChallengeFunction();
                challengeFunction.Epoch = epoch;
                challengeFunction.Edge = edge;
                challengeFunction.Unit = unit;
            
             return ContractHandler.SendRequestAsync(challengeFunction);
        }

        public Task<TransactionReceipt> ChallengeRequestAndWaitForReceiptAsync(BigInteger epoch, string edge, ulong unit, CancellationTokenSource cancellationToken = null)
        {
            var challengeFunction = new ChallengeFunction();
                challengeFunction.Epoch = epoch;
                challengeFunction.Edge = edge;
                challengeFunction.Unit = unit;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(challengeFunction, cancellationToken);
        }

        public Task<ChallengeOfOutputDTO> ChallengeOfQueryAsync(ChallengeOfFunction challengeOfFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<ChallengeOfFunction, ChallengeOfOutputDTO>(challengeOfFunction, blockParameter);
        }

        public Task<ChallengeOfOutputDTO> ChallengeOfQueryAsync(BigInteger epoch, string edge, ulong unit, BlockParameter blockParameter = null)
        {
            var challengeOfFunction = new ChallengeOfFunction();
                challengeOfFunction.Epoch = epoch;
                challengeOfFunction.Edge = edge;
                challengeOfFunction.Unit = unit;
            
            return ContractHandler.QueryDeserializingToObjectAsync<ChallengeOfFunction, ChallengeOfOutputDTO>(challengeOfFunction, blockParameter);
        }

        public Task<string> CommitScoresRequestAsync(CommitScoresFunction commitScoresFunction)
        {
             return ContractHandler.SendRequestAsync(commitScoresFunction);
        }

        public Task<TransactionReceipt> CommitScoresRequestAndWaitForReceiptAsync(CommitScoresFunction commitScoresFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(commitScoresFunction, cancellationToken);
        }

        public Task<string> CommitScoresRequestAsync(BigInteger epoch, byte[] hash)
        {
            var commitScoresFunction = new CommitScoresFunction();
                commitScoresFunction.Epoch = epoch;
                commitScoresFunction.Hash = hash;
            
             return ContractHandler.SendRequestAsync(commitScoresFunction);
        }

        public Task<TransactionReceipt> CommitScoresRequestAndWaitForReceiptAsync(BigInteger epoch, byte[] hash, CancellationTokenSource cancellationToken = null)
        {
            var commitScoresFunction = new CommitScoresFunction();
                commitScoresFunction.Epoch = epoch;
                commitScoresFunction.Hash = hash;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(commitScoresFunction, cancellationToken);
        }

        public Task<string> CommitWorkRequestAsync(CommitWorkFunction commitWorkFunction)
        {
             return ContractHandler.SendRequestAsync(commitWorkFunction);
        }

        public Task<TransactionReceipt> CommitWorkRequestAndWaitForReceiptAsync(CommitWorkFunction commitWorkFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(commitWorkFunction, cancellationToken);
        }

        public Task<string> CommitWorkRequestAsync(BigInteger epoch, byte[] root, ulong units)
        {
            var commitWorkFunction = new CommitWorkFunction();
                commitWorkFunction.Epoch = epoch;
                commitWorkFunction.Root = root;
                commitWorkFunction.Units = units;
            
             return ContractHandler.SendRequestAsync(commitWorkFunction);
        }

        public Task<TransactionReceipt> CommitWorkRequestAndWaitForReceiptAsync(BigInteger epoch, byte[] root, ulong units, CancellationTokenSource cancellationToken = null)
        {
            var commitWorkFunction = new CommitWorkFunction();
                commitWorkFunction.Epoch = epoch;
                commitWorkFunction.Root = root;
                commitWorkFunction.Units = units;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(commitWorkFunction, cancellationToken);
        }

        public Task<CommitmentOfOutputDTO> CommitmentOfQueryAsync(CommitmentOfFunction commitmentOfFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<CommitmentOfFunction, CommitmentOfOutputDTO>(commitmentOfFunction, blockParameter);
        }

        public Task<CommitmentOfOutputDTO> CommitmentOfQueryAsync(BigInteger epoch, string edge, BlockParameter blockParameter = null)
        {
            var commitmentOfFunction = new CommitmentOfFunction();
                commitmentOfFunction.Epoch = epoch;
                commitmentOfFunction.Edge = edge;
            
            return ContractHandler.QueryDeserializingToObjectAsync<CommitmentOfFunction, CommitmentOfOutputDTO>(commitmentOfFunction, blockParameter);
        }

        public Task<string> ConfigQueryAsync(ConfigFunction configFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ConfigFunction, string>(configFunction, blockParameter);
        }

        
        public Task<string> ConfigQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ConfigFunction, string>(null, blockParameter);
        }

        public Task<string> ConvictRequestAsync(ConvictFunction convictFunction)
        {
             return ContractHandler.SendRequestAsync(convictFunction);
        }

        public Task<TransactionReceipt> ConvictRequestAndWaitForReceiptAsync(ConvictFunction convictFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(convictFunction, cancellationToken);
        }

        public Task<string> ConvictRequestAsync(BigInteger epoch, string edge, ulong unit)
        {
            var convictFunction = new ConvictFunction();
                convictFunction.Epoch = epoch;
                convictFunction.Edge = edge;
                convictFunction.Unit = unit;
            
             return ContractHandler.SendRequestAsync(convictFunction);
        }

        public Task<TransactionReceipt> ConvictRequestAndWaitForReceiptAsync(BigInteger epoch, string edge, ulong unit, CancellationTokenSource cancellationToken = null)
        {
            var convictFunction = new ConvictFunction();
                convictFunction.Epoch = epoch;
                convictFunction.Edge = edge;
                convictFunction.Unit = unit;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(convictFunction, cancellationToken);
        }

        public Task<Eip712DomainOutputDTO> Eip712DomainQueryAsync(Eip712DomainFunction eip712DomainFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<Eip712DomainFunction, Eip712DomainOutputDTO>(eip712DomainFunction, blockParameter);
        }

        public Task<Eip712DomainOutputDTO> Eip712DomainQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<Eip712DomainFunction, Eip712DomainOutputDTO>(null, blockParameter);
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

        public Task<bool> MaySignQueryAsync(MaySignFunction maySignFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<MaySignFunction, bool>(maySignFunction, blockParameter);
        }

        
        public Task<bool> MaySignQueryAsync(string client, string signer, BigInteger epoch, BlockParameter blockParameter = null)
        {
            var maySignFunction = new MaySignFunction();
                maySignFunction.Client = client;
                maySignFunction.Signer = signer;
                maySignFunction.Epoch = epoch;
            
            return ContractHandler.QueryAsync<MaySignFunction, bool>(maySignFunction, blockParameter);
        }

        public Task<string> ProveDisorderRequestAsync(ProveDisorderFunction proveDisorderFunction)
        {
             return ContractHandler.SendRequestAsync(proveDisorderFunction);
        }

        public Task<TransactionReceipt> ProveDisorderRequestAndWaitForReceiptAsync(ProveDisorderFunction proveDisorderFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(proveDisorderFunction, cancellationToken);
        }

        public Task<string> ProveDisorderRequestAsync(BigInteger epoch, string edge, WorkLeaf first, List<ProofStep> firstProof, WorkLeaf second, List<ProofStep> secondProof)
        {
            var proveDisorderFunction = new ProveDisorderFunction();
                proveDisorderFunction.Epoch = epoch;
                proveDisorderFunction.Edge = edge;
                proveDisorderFunction.First = first;
                proveDisorderFunction.FirstProof = firstProof;
                proveDisorderFunction.Second = second;
                proveDisorderFunction.SecondProof = secondProof;
            
             return ContractHandler.SendRequestAsync(proveDisorderFunction);
        }

        public Task<TransactionReceipt> ProveDisorderRequestAndWaitForReceiptAsync(BigInteger epoch, string edge, WorkLeaf first, List<ProofStep> firstProof, WorkLeaf second, List<ProofStep> secondProof, CancellationTokenSource cancellationToken = null)
        {
            var proveDisorderFunction = new ProveDisorderFunction();
                proveDisorderFunction.Epoch = epoch;
                proveDisorderFunction.Edge = edge;
                proveDisorderFunction.First = first;
                proveDisorderFunction.FirstProof = firstProof;
                proveDisorderFunction.Second = second;
                proveDisorderFunction.SecondProof = secondProof;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(proveDisorderFunction, cancellationToken);
        }

        public Task<string> ProveInvalidRequestAsync(ProveInvalidFunction proveInvalidFunction)
        {
             return ContractHandler.SendRequestAsync(proveInvalidFunction);
        }

        public Task<TransactionReceipt> ProveInvalidRequestAndWaitForReceiptAsync(ProveInvalidFunction proveInvalidFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(proveInvalidFunction, cancellationToken);
        }

        public Task<string> ProveInvalidRequestAsync(BigInteger epoch, string edge, WorkLeaf leaf, List<ProofStep> proof, byte[] signature)
        {
            var proveInvalidFunction = new ProveInvalidFunction();
                proveInvalidFunction.Epoch = epoch;
                proveInvalidFunction.Edge = edge;
                proveInvalidFunction.Leaf = leaf;
                proveInvalidFunction.Proof = proof;
                proveInvalidFunction.Signature = signature;
            
             return ContractHandler.SendRequestAsync(proveInvalidFunction);
        }

        public Task<TransactionReceipt> ProveInvalidRequestAndWaitForReceiptAsync(BigInteger epoch, string edge, WorkLeaf leaf, List<ProofStep> proof, byte[] signature, CancellationTokenSource cancellationToken = null)
        {
            var proveInvalidFunction = new ProveInvalidFunction();
                proveInvalidFunction.Epoch = epoch;
                proveInvalidFunction.Edge = edge;
                proveInvalidFunction.Leaf = leaf;
                proveInvalidFunction.Proof = proof;
                proveInvalidFunction.Signature = signature;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(proveInvalidFunction, cancellationToken);
        }

        public Task<byte[]> ProxiableUUIDQueryAsync(ProxiableUUIDFunction proxiableUUIDFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ProxiableUUIDFunction, byte[]>(proxiableUUIDFunction, blockParameter);
        }

        
        public Task<byte[]> ProxiableUUIDQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ProxiableUUIDFunction, byte[]>(null, blockParameter);
        }

        public Task<byte[]> ReceiptDigestQueryAsync(ReceiptDigestFunction receiptDigestFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ReceiptDigestFunction, byte[]>(receiptDigestFunction, blockParameter);
        }

        
        public Task<byte[]> ReceiptDigestQueryAsync(string edge, string client, ulong epoch, ulong units, BlockParameter blockParameter = null)
        {
            var receiptDigestFunction = new ReceiptDigestFunction();
                receiptDigestFunction.Edge = edge;
                receiptDigestFunction.Client = client;
                receiptDigestFunction.Epoch = epoch;
                receiptDigestFunction.Units = units;
            
            return ContractHandler.QueryAsync<ReceiptDigestFunction, byte[]>(receiptDigestFunction, blockParameter);
        }

        public Task<string> RefundBondsRequestAsync(RefundBondsFunction refundBondsFunction)
        {
             return ContractHandler.SendRequestAsync(refundBondsFunction);
        }

        public Task<TransactionReceipt> RefundBondsRequestAndWaitForReceiptAsync(RefundBondsFunction refundBondsFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(refundBondsFunction, cancellationToken);
        }

        public Task<string> RefundBondsRequestAsync(BigInteger epoch, string edge, List<ulong> units)
        {
            var refundBondsFunction = new RefundBondsFunction();
                refundBondsFunction.Epoch = epoch;
                refundBondsFunction.Edge = edge;
                refundBondsFunction.Units = units;
            
             return ContractHandler.SendRequestAsync(refundBondsFunction);
        }

        public Task<TransactionReceipt> RefundBondsRequestAndWaitForReceiptAsync(BigInteger epoch, string edge, List<ulong> units, CancellationTokenSource cancellationToken = null)
        {
            var refundBondsFunction = new RefundBondsFunction();
                refundBondsFunction.Epoch = epoch;
                refundBondsFunction.Edge = edge;
                refundBondsFunction.Units = units;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(refundBondsFunction, cancellationToken);
        }

        public Task<string> RegistryQueryAsync(RegistryFunction registryFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<RegistryFunction, string>(registryFunction, blockParameter);
        }

        
        public Task<string> RegistryQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<RegistryFunction, string>(null, blockParameter);
        }

        public Task<string> RevealScoresRequestAsync(RevealScoresFunction revealScoresFunction)
        {
             return ContractHandler.SendRequestAsync(revealScoresFunction);
        }

        public Task<TransactionReceipt> RevealScoresRequestAndWaitForReceiptAsync(RevealScoresFunction revealScoresFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(revealScoresFunction, cancellationToken);
        }

        public Task<string> RevealScoresRequestAsync(BigInteger epoch, byte[] scores, byte[] salt, byte[] held)
        {
            var revealScoresFunction = new RevealScoresFunction();
                revealScoresFunction.Epoch = epoch;
                revealScoresFunction.Scores = scores;
                revealScoresFunction.Salt = salt;
                revealScoresFunction.Held = held;
            
             return ContractHandler.SendRequestAsync(revealScoresFunction);
        }

        public Task<TransactionReceipt> RevealScoresRequestAndWaitForReceiptAsync(BigInteger epoch, byte[] scores, byte[] salt, byte[] held, CancellationTokenSource cancellationToken = null)
        {
            var revealScoresFunction = new RevealScoresFunction();
                revealScoresFunction.Epoch = epoch;
                revealScoresFunction.Scores = scores;
                revealScoresFunction.Salt = salt;
                revealScoresFunction.Held = held;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(revealScoresFunction, cancellationToken);
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

        public Task<string> StakingQueryAsync(StakingFunction stakingFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<StakingFunction, string>(stakingFunction, blockParameter);
        }

        
        public Task<string> StakingQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<StakingFunction, string>(null, blockParameter);
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

        public Task<BigInteger> WorkValueQueryAsync(WorkValueFunction workValueFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<WorkValueFunction, BigInteger>(workValueFunction, blockParameter);
        }

        
        public Task<BigInteger> WorkValueQueryAsync(BigInteger from, BigInteger to, BlockParameter blockParameter = null)
        {
            var workValueFunction = new WorkValueFunction();
                workValueFunction.From = from;
                workValueFunction.To = to;
            
            return ContractHandler.QueryAsync<WorkValueFunction, BigInteger>(workValueFunction, blockParameter);
        }

        public override List<Type> GetAllFunctionTypes()
        {
            return new List<Type>
            {
                typeof(UpgradeInterfaceVersionFunction),
                typeof(AnswerFunction),
                typeof(AnswerAllFunction),
                typeof(AuthorityFunction),
                typeof(ChallengeFunction),
                typeof(ChallengeOfFunction),
                typeof(CommitScoresFunction),
                typeof(CommitWorkFunction),
                typeof(CommitmentOfFunction),
                typeof(ConfigFunction),
                typeof(ConvictFunction),
                typeof(Eip712DomainFunction),
                typeof(InitializeFunction),
                typeof(IsConsumingScheduledOpFunction),
                typeof(MaySignFunction),
                typeof(ProveDisorderFunction),
                typeof(ProveInvalidFunction),
                typeof(ProxiableUUIDFunction),
                typeof(ReceiptDigestFunction),
                typeof(RefundBondsFunction),
                typeof(RegistryFunction),
                typeof(RevealScoresFunction),
                typeof(SetAuthorityFunction),
                typeof(StakingFunction),
                typeof(SyncParametersFunction),
                typeof(TokenFunction),
                typeof(UpgradeToAndCallFunction),
                typeof(WorkValueFunction)
            };
        }

        public override List<Type> GetAllEventTypes()
        {
            return new List<Type>
            {
                typeof(AnsweredEventDTO),
                typeof(AuthorityUpdatedEventDTO),
                typeof(BondRefundedEventDTO),
                typeof(ChallengedEventDTO),
                typeof(ConvictedEventDTO),
                typeof(EIP712DomainChangedEventDTO),
                typeof(InitializedEventDTO),
                typeof(ParametersSyncedEventDTO),
                typeof(ScoresCommittedEventDTO),
                typeof(ScoresRevealedEventDTO),
                typeof(UpgradedEventDTO),
                typeof(WorkCommittedEventDTO)
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
                typeof(AlreadyChallengedError),
                typeof(AlreadyConvictedError),
                typeof(ChallengeNotOpenError),
                typeof(ERC1967InvalidImplementationError),
                typeof(ERC1967NonPayableError),
                typeof(FailedCallError),
                typeof(InvalidConfigError),
                typeof(InvalidInitializationError),
                typeof(InvalidReceiptError),
                typeof(InvalidScoresError),
                typeof(LeavesInOrderError),
                typeof(NoCommitmentError),
                typeof(NotEdgeError),
                typeof(NotGuardianError),
                typeof(NotInitializingError),
                typeof(NothingToAnswerError),
                typeof(NothingToRefundError),
                typeof(OutsideWindowError),
                typeof(OverCapacityError),
                typeof(ProofMismatchError),
                typeof(ProofTooDeepError),
                typeof(ReceiptIsValidError),
                typeof(ReentrancyGuardReentrantCallError),
                typeof(SafeERC20FailedOperationError),
                typeof(ScoresMismatchError),
                typeof(SignatureMismatchError),
                typeof(SumOverflowError),
                typeof(UUPSUnauthorizedCallContextError),
                typeof(UUPSUnsupportedProxiableUUIDError),
                typeof(UnitNotCoveredError),
                typeof(UnitOutOfRangeError),
                typeof(ZeroAddressError),
                typeof(ZeroHashError),
                typeof(ZeroRootError),
                typeof(ZeroUnitsError)
            };
        }
    }
}
