using System;
using System.Threading.Tasks;
using System.Collections.Generic;
using System.Numerics;
using Nethereum.Hex.HexTypes;
using Nethereum.ABI.FunctionEncoding.Attributes;

namespace Sending.Chain.Contracts.RelayCredit.ContractDefinition
{
    public partial class CreditLine : CreditLineBase { }

    public class CreditLineBase 
    {
        [Parameter("uint256", "balance", 1)]
        public virtual BigInteger Balance { get; set; }
        [Parameter("uint256", "requested", 2)]
        public virtual BigInteger Requested { get; set; }
        [Parameter("uint256", "requestEpoch", 3)]
        public virtual BigInteger RequestEpoch { get; set; }
        [Parameter("uint256", "openedEpoch", 4)]
        public virtual BigInteger OpenedEpoch { get; set; }
    }
}
