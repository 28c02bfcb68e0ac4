using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.NodeStaking.ContractDefinition
{
    public partial class PositionInfo : PositionInfoBase { }

    public class PositionInfoBase 
    {
        [Parameter("uint256", "shares", 1)]
        public virtual BigInteger Shares { get; set; }
        [Parameter("uint256", "bonded", 2)]
        public virtual BigInteger Bonded { get; set; }
        [Parameter("uint256", "claimableRewards", 3)]
        public virtual BigInteger ClaimableRewards { get; set; }
        [Parameter("uint256", "nextRequestId", 4)]
        public virtual BigInteger NextRequestId { get; set; }
    }
}
