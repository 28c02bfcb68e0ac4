using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Bindings.Probe.ContractDefinition
{
    public partial class Leaf : LeafBase { }

    public class LeafBase 
    {
        [Parameter("uint64", "id", 1)]
        public virtual ulong Id { get; set; }
        [Parameter("string", "label", 2)]
        public virtual string Label { get; set; }
        [Parameter("bytes32[2]", "keys", 3)]
        public virtual List<byte[]> Keys { get; set; }
    }
}
