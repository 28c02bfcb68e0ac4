using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.ProtocolConfig.ContractDefinition
{
    public partial class StakingLimits : StakingLimitsBase { }

    public class StakingLimitsBase 
    {
        [Parameter("uint256", "minStakeEdge", 1)]
        public virtual BigInteger MinStakeEdge { get; set; }
        [Parameter("uint256", "minStakeGuardian", 2)]
        public virtual BigInteger MinStakeGuardian { get; set; }
        [Parameter("uint256", "minStakeWatchDog", 3)]
        public virtual BigInteger MinStakeWatchDog { get; set; }
        [Parameter("uint256", "maxDelegationRatio", 4)]
        public virtual BigInteger MaxDelegationRatio { get; set; }
        [Parameter("uint256", "unbondingPeriod", 5)]
        public virtual BigInteger UnbondingPeriod { get; set; }
    }
}
