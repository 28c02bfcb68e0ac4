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
using Bindings.Probe.ContractDefinition;

namespace Bindings.Probe
{
    public partial class ProbeService: ContractWeb3ServiceBase
    {
        public static Task<TransactionReceipt> DeployContractAndWaitForReceiptAsync(Nethereum.Web3.IWeb3 web3, ProbeDeployment probeDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            return web3.Eth.GetContractDeploymentHandler<ProbeDeployment>().SendRequestAndWaitForReceiptAsync(probeDeployment, cancellationTokenSource);
        }

        public static Task<string> DeployContractAsync(Nethereum.Web3.IWeb3 web3, ProbeDeployment probeDeployment)
        {
            return web3.Eth.GetContractDeploymentHandler<ProbeDeployment>().SendRequestAsync(probeDeployment);
        }

        public static async Task<ProbeService> DeployContractAndGetServiceAsync(Nethereum.Web3.IWeb3 web3, ProbeDeployment probeDeployment, CancellationTokenSource cancellationTokenSource = null)
        {
            var receipt = await DeployContractAndWaitForReceiptAsync(web3, probeDeployment, cancellationTokenSource);
            return new ProbeService(web3, receipt.ContractAddress);
        }

        public ProbeService(Nethereum.Web3.IWeb3 web3, string contractAddress) : base(web3, contractAddress)
        {
        }

        public Task<BigInteger> BalanceOfQueryAsync(BalanceOfFunction balanceOfFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<BalanceOfFunction, BigInteger>(balanceOfFunction, blockParameter);
        }

        
        public Task<BigInteger> BalanceOfQueryAsync(string returnValue1, BlockParameter blockParameter = null)
        {
            var balanceOfFunction = new BalanceOfFunction();
                balanceOfFunction.ReturnValue1 = returnValue1;
            
            return ContractHandler.QueryAsync<BalanceOfFunction, BigInteger>(balanceOfFunction, blockParameter);
        }

        public Task<string> CallerQueryAsync(CallerFunction callerFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<CallerFunction, string>(callerFunction, blockParameter);
        }

        
        public Task<string> CallerQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<CallerFunction, string>(null, blockParameter);
        }

        public Task<EchoOutputDTO> EchoQueryAsync(EchoFunction echoFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<EchoFunction, EchoOutputDTO>(echoFunction, blockParameter);
        }

        public Task<EchoOutputDTO> EchoQueryAsync(Branch branch, BlockParameter blockParameter = null)
        {
            var echoFunction = new EchoFunction();
                echoFunction.Branch = branch;
            
            return ContractHandler.QueryDeserializingToObjectAsync<EchoFunction, EchoOutputDTO>(echoFunction, blockParameter);
        }

        public Task<EchoManyOutputDTO> EchoManyQueryAsync(EchoManyFunction echoManyFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<EchoManyFunction, EchoManyOutputDTO>(echoManyFunction, blockParameter);
        }

        public Task<EchoManyOutputDTO> EchoManyQueryAsync(List<Branch> branches, byte[] raw, BlockParameter blockParameter = null)
        {
            var echoManyFunction = new EchoManyFunction();
                echoManyFunction.Branches = branches;
                echoManyFunction.Raw = raw;
            
            return ContractHandler.QueryDeserializingToObjectAsync<EchoManyFunction, EchoManyOutputDTO>(echoManyFunction, blockParameter);
        }

        public Task<string> FailRequestAsync(FailFunction failFunction)
        {
             return ContractHandler.SendRequestAsync(failFunction);
        }

        public Task<TransactionReceipt> FailRequestAndWaitForReceiptAsync(FailFunction failFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(failFunction, cancellationToken);
        }

        public Task<string> FailRequestAsync(byte how, Leaf leaf)
        {
            var failFunction = new FailFunction();
                failFunction.How = how;
                failFunction.Leaf = leaf;
            
             return ContractHandler.SendRequestAsync(failFunction);
        }

        public Task<TransactionReceipt> FailRequestAndWaitForReceiptAsync(byte how, Leaf leaf, CancellationTokenSource cancellationToken = null)
        {
            var failFunction = new FailFunction();
                failFunction.How = how;
                failFunction.Leaf = leaf;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(failFunction, cancellationToken);
        }

        public Task<BigInteger> LastQueryAsync(LastFunction lastFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<LastFunction, BigInteger>(lastFunction, blockParameter);
        }

        
        public Task<BigInteger> LastQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<LastFunction, BigInteger>(null, blockParameter);
        }

        public Task<LeafOfOutputDTO> LeafOfQueryAsync(LeafOfFunction leafOfFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<LeafOfFunction, LeafOfOutputDTO>(leafOfFunction, blockParameter);
        }

        public Task<LeafOfOutputDTO> LeafOfQueryAsync(string returnValue1, BigInteger returnValue2, BlockParameter blockParameter = null)
        {
            var leafOfFunction = new LeafOfFunction();
                leafOfFunction.ReturnValue1 = returnValue1;
                leafOfFunction.ReturnValue2 = returnValue2;
            
            return ContractHandler.QueryDeserializingToObjectAsync<LeafOfFunction, LeafOfOutputDTO>(leafOfFunction, blockParameter);
        }

        public Task<NumbersOutputDTO> NumbersQueryAsync(NumbersFunction numbersFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<NumbersFunction, NumbersOutputDTO>(numbersFunction, blockParameter);
        }

        public Task<NumbersOutputDTO> NumbersQueryAsync(byte a, ushort b, uint c, ulong d, BigInteger e, sbyte f, short g, int h, long i, BigInteger j, uint k, long l, List<BigInteger> m, byte[] n, BlockParameter blockParameter = null)
        {
            var numbersFunction = new NumbersFunction();
                numbersFunction.A = a;
                numbersFunction.B = b;
                numbersFunction.C = c;
                numbersFunction.D = d;
                numbersFunction.E = e;
                numbersFunction.F = f;
                numbersFunction.G = g;
                numbersFunction.H = h;
                numbersFunction.I = i;
                numbersFunction.J = j;
                numbersFunction.K = k;
                numbersFunction.L = l;
                numbersFunction.M = m;
                numbersFunction.N = n;
            
            return ContractHandler.QueryDeserializingToObjectAsync<NumbersFunction, NumbersOutputDTO>(numbersFunction, blockParameter);
        }

        public Task<string> PlantRequestAsync(PlantFunction plantFunction)
        {
             return ContractHandler.SendRequestAsync(plantFunction);
        }

        public Task<TransactionReceipt> PlantRequestAndWaitForReceiptAsync(PlantFunction plantFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(plantFunction, cancellationToken);
        }

        public Task<string> PlantRequestAsync(Leaf leaf)
        {
            var plantFunction = new PlantFunction();
                plantFunction.Leaf = leaf;
            
             return ContractHandler.SendRequestAsync(plantFunction);
        }

        public Task<TransactionReceipt> PlantRequestAndWaitForReceiptAsync(Leaf leaf, CancellationTokenSource cancellationToken = null)
        {
            var plantFunction = new PlantFunction();
                plantFunction.Leaf = leaf;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(plantFunction, cancellationToken);
        }

        public Task<string> SetRequestAsync(SetFunction setFunction)
        {
             return ContractHandler.SendRequestAsync(setFunction);
        }

        public Task<TransactionReceipt> SetRequestAndWaitForReceiptAsync(SetFunction setFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setFunction, cancellationToken);
        }

        public Task<string> SetRequestAsync(BigInteger a)
        {
            var setFunction = new SetFunction();
                setFunction.A = a;
            
             return ContractHandler.SendRequestAsync(setFunction);
        }

        public Task<TransactionReceipt> SetRequestAndWaitForReceiptAsync(BigInteger a, CancellationTokenSource cancellationToken = null)
        {
            var setFunction = new SetFunction();
                setFunction.A = a;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(setFunction, cancellationToken);
        }

        public Task<string> SetRequestAsync(Set1Function set1Function)
        {
             return ContractHandler.SendRequestAsync(set1Function);
        }

        public Task<TransactionReceipt> SetRequestAndWaitForReceiptAsync(Set1Function set1Function, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(set1Function, cancellationToken);
        }

        public Task<string> SetRequestAsync(BigInteger a, string returnValue2)
        {
            var set1Function = new Set1Function();
                set1Function.A = a;
                set1Function.ReturnValue2 = returnValue2;
            
             return ContractHandler.SendRequestAsync(set1Function);
        }

        public Task<TransactionReceipt> SetRequestAndWaitForReceiptAsync(BigInteger a, string returnValue2, CancellationTokenSource cancellationToken = null)
        {
            var set1Function = new Set1Function();
                set1Function.A = a;
                set1Function.ReturnValue2 = returnValue2;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(set1Function, cancellationToken);
        }

        public Task<string> TransferRequestAsync(TransferFunction transferFunction)
        {
             return ContractHandler.SendRequestAsync(transferFunction);
        }

        public Task<TransactionReceipt> TransferRequestAndWaitForReceiptAsync(TransferFunction transferFunction, CancellationTokenSource cancellationToken = null)
        {
             return ContractHandler.SendRequestAndWaitForReceiptAsync(transferFunction, cancellationToken);
        }

        public Task<string> TransferRequestAsync(string to, BigInteger value)
        {
            var transferFunction = new TransferFunction();
                transferFunction.To = to;
                transferFunction.Value = value;
            
             return ContractHandler.SendRequestAsync(transferFunction);
        }

        public Task<TransactionReceipt> TransferRequestAndWaitForReceiptAsync(string to, BigInteger value, CancellationTokenSource cancellationToken = null)
        {
            var transferFunction = new TransferFunction();
                transferFunction.To = to;
                transferFunction.Value = value;
            
             return ContractHandler.SendRequestAndWaitForReceiptAsync(transferFunction, cancellationToken);
        }

        public Task<WordsOutputDTO> WordsQueryAsync(WordsFunction wordsFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<WordsFunction, WordsOutputDTO>(wordsFunction, blockParameter);
        }

        public Task<WordsOutputDTO> WordsQueryAsync(BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryDeserializingToObjectAsync<WordsFunction, WordsOutputDTO>(null, blockParameter);
        }

        public Task<List<BigInteger>> ZerosQueryAsync(ZerosFunction zerosFunction, BlockParameter blockParameter = null)
        {
            return ContractHandler.QueryAsync<ZerosFunction, List<BigInteger>>(zerosFunction, blockParameter);
        }

        
        public Task<List<BigInteger>> ZerosQueryAsync(BigInteger count, BlockParameter blockParameter = null)
        {
            var zerosFunction = new ZerosFunction();
                zerosFunction.Count = count;
            
            return ContractHandler.QueryAsync<ZerosFunction, List<BigInteger>>(zerosFunction, blockParameter);
        }

        public override List<Type> GetAllFunctionTypes()
        {
            return new List<Type>
            {
                typeof(BalanceOfFunction),
                typeof(CallerFunction),
                typeof(EchoFunction),
                typeof(EchoManyFunction),
                typeof(FailFunction),
                typeof(LastFunction),
                typeof(LeafOfFunction),
                typeof(NumbersFunction),
                typeof(PlantFunction),
                typeof(SetFunction),
                typeof(Set1Function),
                typeof(TransferFunction),
                typeof(WordsFunction),
                typeof(ZerosFunction)
            };
        }

        public override List<Type> GetAllEventTypes()
        {
            return new List<Type>
            {
                typeof(GrownEventDTO),
                typeof(ManyEventDTO),
                typeof(PlantedEventDTO),
                typeof(TransferEventDTO)
            };
        }

        public override List<Type> GetAllErrorTypes()
        {
            return new List<Type>
            {
                typeof(DeadError),
                typeof(InsufficientBalanceError),
                typeof(WitheredError)
            };
        }
    }
}
