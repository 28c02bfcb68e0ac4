using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.DidRegistry.ContractDefinition
{
    public partial class Change : ChangeBase { }

    public class ChangeBase 
    {
        [Parameter("uint8", "kind", 1)]
        public virtual byte Kind { get; set; }
        [Parameter("bytes32", "name", 2)]
        public virtual byte[] Name { get; set; }
        [Parameter("address", "account", 3)]
        public virtual string Account { get; set; }
        [Parameter("bytes", "value", 4)]
        public virtual byte[] Value { get; set; }
        [Parameter("uint256", "validity", 5)]
        public virtual BigInteger Validity { get; set; }
    }
}
