using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.RelayCredit.ContractDefinition
{
    public partial class Deposit : DepositBase { }

    public class DepositBase 
    {
        [Parameter("address", "payer", 1)]
        public virtual string Payer { get; set; }
        [Parameter("address", "edge", 2)]
        public virtual string Edge { get; set; }
        [Parameter("uint256", "amount", 3)]
        public virtual BigInteger Amount { get; set; }
    }
}
