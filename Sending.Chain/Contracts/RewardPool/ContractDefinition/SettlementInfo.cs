using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.RewardPool.ContractDefinition
{
    public partial class SettlementInfo : SettlementInfoBase { }

    public class SettlementInfoBase 
    {
        [Parameter("uint256", "epoch", 1)]
        public virtual BigInteger Epoch { get; set; }
        [Parameter("bytes32", "digest", 2)]
        public virtual byte[] Digest { get; set; }
        [Parameter("bytes32", "earningsRoot", 3)]
        public virtual byte[] EarningsRoot { get; set; }
        [Parameter("bytes32", "chargesRoot", 4)]
        public virtual byte[] ChargesRoot { get; set; }
        [Parameter("uint256", "cumulativeEarned", 5)]
        public virtual BigInteger CumulativeEarned { get; set; }
        [Parameter("uint256", "cumulativeCharged", 6)]
        public virtual BigInteger CumulativeCharged { get; set; }
        [Parameter("uint256", "fund", 7)]
        public virtual BigInteger Fund { get; set; }
        [Parameter("uint256", "finalAt", 8)]
        public virtual BigInteger FinalAt { get; set; }
    }
}
