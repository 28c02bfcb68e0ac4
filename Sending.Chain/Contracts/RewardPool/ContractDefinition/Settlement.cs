using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.RewardPool.ContractDefinition
{
    public partial class Settlement : SettlementBase { }

    public class SettlementBase 
    {
        [Parameter("uint256", "epoch", 1)]
        public virtual BigInteger Epoch { get; set; }
        [Parameter("bytes32", "previous", 2)]
        public virtual byte[] Previous { get; set; }
        [Parameter("bytes32", "earningsRoot", 3)]
        public virtual byte[] EarningsRoot { get; set; }
        [Parameter("uint256", "totalEarned", 4)]
        public virtual BigInteger TotalEarned { get; set; }
        [Parameter("bytes32", "chargesRoot", 5)]
        public virtual byte[] ChargesRoot { get; set; }
        [Parameter("uint256", "totalCharged", 6)]
        public virtual BigInteger TotalCharged { get; set; }
    }
}
