using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.NodeStaking.ContractDefinition
{
    public partial class UnstakeRequest : UnstakeRequestBase { }

    public class UnstakeRequestBase 
    {
        [Parameter("uint256", "amount", 1)]
        public virtual BigInteger Amount { get; set; }
        [Parameter("uint256", "shares", 2)]
        public virtual BigInteger Shares { get; set; }
        [Parameter("uint256", "availableAt", 3)]
        public virtual BigInteger AvailableAt { get; set; }
    }
}
