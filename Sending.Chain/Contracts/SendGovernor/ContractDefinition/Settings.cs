using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.SendGovernor.ContractDefinition
{
    public partial class Settings : SettingsBase { }

    public class SettingsBase 
    {
        [Parameter("uint48", "votingDelay", 1)]
        public virtual ulong VotingDelay { get; set; }
        [Parameter("uint32", "votingPeriod", 2)]
        public virtual uint VotingPeriod { get; set; }
        [Parameter("uint48", "lateQuorumExtension", 3)]
        public virtual ulong LateQuorumExtension { get; set; }
        [Parameter("uint256", "quorum", 4)]
        public virtual BigInteger Quorum { get; set; }
        [Parameter("uint256", "proposalThreshold", 5)]
        public virtual BigInteger ProposalThreshold { get; set; }
        [Parameter("uint32", "baseDelay", 6)]
        public virtual uint BaseDelay { get; set; }
    }
}
