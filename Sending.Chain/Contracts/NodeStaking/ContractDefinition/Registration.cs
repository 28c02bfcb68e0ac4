using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.NodeStaking.ContractDefinition
{
    public partial class Registration : RegistrationBase { }

    public class RegistrationBase 
    {
        [Parameter("uint8", "role", 1)]
        public virtual byte Role { get; set; }
        [Parameter("address", "operator", 2)]
        public virtual string Operator { get; set; }
        [Parameter("uint16", "commission", 3)]
        public virtual ushort Commission { get; set; }
        [Parameter("string", "endpoint", 4)]
        public virtual string Endpoint { get; set; }
        [Parameter("bytes", "operatorConsent", 5)]
        public virtual byte[] OperatorConsent { get; set; }
    }
}
