using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.NodeStaking.ContractDefinition
{
    public partial class NodeInfo : NodeInfoBase { }

    public class NodeInfoBase 
    {
        [Parameter("uint8", "role", 1)]
        public virtual byte Role { get; set; }
        [Parameter("uint256", "index", 2)]
        public virtual BigInteger Index { get; set; }
        [Parameter("address", "operator", 3)]
        public virtual string Operator { get; set; }
        [Parameter("bool", "active", 4)]
        public virtual bool Active { get; set; }
        [Parameter("bool", "suspended", 5)]
        public virtual bool Suspended { get; set; }
        [Parameter("bool", "tombstoned", 6)]
        public virtual bool Tombstoned { get; set; }
        [Parameter("uint256", "commission", 7)]
        public virtual BigInteger Commission { get; set; }
        [Parameter("uint256", "nextCommission", 8)]
        public virtual BigInteger NextCommission { get; set; }
        [Parameter("uint256", "nextCommissionAt", 9)]
        public virtual BigInteger NextCommissionAt { get; set; }
        [Parameter("uint256", "bonded", 10)]
        public virtual BigInteger Bonded { get; set; }
        [Parameter("uint256", "ownBonded", 11)]
        public virtual BigInteger OwnBonded { get; set; }
        [Parameter("uint256", "unbonding", 12)]
        public virtual BigInteger Unbonding { get; set; }
        [Parameter("uint256", "ownUnbonding", 13)]
        public virtual BigInteger OwnUnbonding { get; set; }
        [Parameter("uint256", "weight", 14)]
        public virtual BigInteger Weight { get; set; }
        [Parameter("uint256", "unreleasedRewards", 15)]
        public virtual BigInteger UnreleasedRewards { get; set; }
        [Parameter("uint256", "rewardsReleasedAt", 16)]
        public virtual BigInteger RewardsReleasedAt { get; set; }
        [Parameter("uint256", "lastSeenEpoch", 17)]
        public virtual BigInteger LastSeenEpoch { get; set; }
        [Parameter("uint256", "sharePrice", 18)]
        public virtual BigInteger SharePrice { get; set; }
    }
}
