using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.WorkProofs.ContractDefinition
{
    public partial class Answer : AnswerBase { }

    public class AnswerBase 
    {
        [Parameter("uint64", "unit", 1)]
        public virtual ulong Unit { get; set; }
        [Parameter("tuple", "leaf", 2)]
        public virtual WorkLeaf Leaf { get; set; }
        [Parameter("tuple[]", "proof", 3)]
        public virtual List<ProofStep> Proof { get; set; }
        [Parameter("bytes", "signature", 4)]
        public virtual byte[] Signature { get; set; }
    }
}
