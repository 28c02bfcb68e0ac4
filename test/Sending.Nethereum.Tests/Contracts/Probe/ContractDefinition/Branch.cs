using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Bindings.Probe.ContractDefinition
{
    public partial class Branch : BranchBase { }

    public class BranchBase 
    {
        [Parameter("address", "owner", 1)]
        public virtual string Owner { get; set; }
        [Parameter("tuple[]", "leaves", 2)]
        public virtual List<Leaf> Leaves { get; set; }
        [Parameter("tuple", "main", 3)]
        public virtual Leaf Main { get; set; }
        [Parameter("int128[][2]", "grid", 4)]
        public virtual List<List<BigInteger>> Grid { get; set; }
        [Parameter("uint8", "kind", 5)]
        public virtual byte Kind { get; set; }
    }
}
