using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.WorkProofs.ContractDefinition
{
    public partial class CommitmentInfo : CommitmentInfoBase { }

    public class CommitmentInfoBase 
    {
        [Parameter("bytes21", "rootPrefix", 1)]
        public virtual byte[] RootPrefix { get; set; }
        [Parameter("uint64", "units", 2)]
        public virtual ulong Units { get; set; }
        [Parameter("uint256", "openChallenges", 3)]
        public virtual BigInteger OpenChallenges { get; set; }
        [Parameter("bool", "convicted", 4)]
        public virtual bool Convicted { get; set; }
        [Parameter("bool", "rejected", 5)]
        public virtual bool Rejected { get; set; }
    }
}
