using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.ProtocolConfig.ContractDefinition
{
    public partial class Clock : ClockBase { }

    public class ClockBase 
    {
        [Parameter("uint40", "genesis", 1)]
        public virtual ulong Genesis { get; set; }
        [Parameter("uint32", "epochDuration", 2)]
        public virtual uint EpochDuration { get; set; }
        [Parameter("uint32", "w1", 3)]
        public virtual uint W1 { get; set; }
        [Parameter("uint32", "w2", 4)]
        public virtual uint W2 { get; set; }
        [Parameter("uint32", "w3", 5)]
        public virtual uint W3 { get; set; }
        [Parameter("uint32", "w4", 6)]
        public virtual uint W4 { get; set; }
        [Parameter("uint32", "settlementDelay", 7)]
        public virtual uint SettlementDelay { get; set; }
        [Parameter("uint16", "maxLag", 8)]
        public virtual ushort MaxLag { get; set; }
    }
}
