using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.WorkProofs.ContractDefinition
{
    public partial class WorkLeaf : WorkLeafBase { }

    public class WorkLeafBase 
    {
        [Parameter("address", "client", 1)]
        public virtual string Client { get; set; }
        [Parameter("address", "signer", 2)]
        public virtual string Signer { get; set; }
        [Parameter("uint64", "units", 3)]
        public virtual ulong Units { get; set; }
        [Parameter("bytes32", "signatureHash", 4)]
        public virtual byte[] SignatureHash { get; set; }
    }
}
