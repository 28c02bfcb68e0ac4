using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.WorkProofs.ContractDefinition
{
    public partial class ProofStep : ProofStepBase { }

    public class ProofStepBase 
    {
        [Parameter("bytes32", "hash", 1)]
        public virtual byte[] Hash { get; set; }
        [Parameter("uint64", "sum", 2)]
        public virtual ulong Sum { get; set; }
        [Parameter("bool", "isLeft", 3)]
        public virtual bool IsLeft { get; set; }
    }
}
